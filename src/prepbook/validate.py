"""What must hold over a whole book: every name known, nothing unused, every program proven."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from prepbook.book import Book, Reference, ReferenceKind, Snippet
from prepbook.errors import Finding, suggestion
from prepbook.execute import Executor
from prepbook.kinds import KINDS
from prepbook.kinds.base import Proof
from prepbook.load.book import cited_in
from prepbook_grader import Rich

PAGE_LINK = re.compile(r"\]\(\s*([^()\s:]+\.(?:md|ipynb)\b[^()\s]*)")  # a Markdown link to a file, not to a site


@dataclass(frozen=True)
class Proven:
    """What running the book showed."""

    outputs: Mapping[str, str] = field(default_factory=dict)  # printed text by snippet path
    rich: Mapping[str, Rich] = field(default_factory=dict)  # what else a snippet shows, by its path
    proofs: Mapping[str, Proof] = field(default_factory=dict)  # by check id


def prove(book: Book, executor: Executor) -> tuple[Proven, list[Finding]]:
    """Run every snippet and every check's programs. Returns what they showed and what is wrong with them."""
    snippets = list(book.snippets.values())
    reports = executor.run([run_request(book, snippet) for snippet in snippets])
    outputs = {snippet.path: printed(report) for snippet, report in zip(snippets, reports, strict=True)}
    rich = {snippet.path: report["rich"] for snippet, report in zip(snippets, reports, strict=True) if report["rich"]}
    findings = [
        finding
        for snippet, report in zip(snippets, reports, strict=True)
        for finding in _snippet_faults(book, snippet, report, outputs[snippet.path])
    ]
    proofs = {}
    for check in book.checks.values():
        proofs[check.id], wrong = KINDS[check.spec.kind].examine(check, executor)
        findings += wrong
    return Proven(outputs, rich, proofs), findings


def run_request(book: Book, snippet: Snippet) -> dict[str, Any]:
    """Return the grader's request that executes a snippet, after the ones above it where it shares their variables."""
    session = book.session_of(snippet.path)
    if session is None:
        return _program(snippet)
    before = [_program(book.snippets[path]) for path in session.before(snippet.path)]
    # A name of its own, so that a process that ran another block of the session can't take it for this one.
    return {**_program(snippet), "session": {"name": f"{session.id} {snippet.path}", "before": before}}


def _program(snippet: Snippet) -> dict[str, Any]:
    return {"source": snippet.source, "filename": snippet.filename, "files": dict(snippet.data)}


def printed(report: Mapping[str, Any]) -> str:
    """Return what a program wrote, both streams in order, and its final value unless that shows itself otherwise."""
    text = "".join(event["text"] for event in report["events"])
    return text if report["result"] is None or report["rich"] else f"{text}{report['result']}\n"


def _snippet_faults(book: Book, snippet: Snippet, report: Mapping[str, Any], output: str) -> Iterator[Finding]:
    file = snippet.place or f"snippets/{snippet.path}"
    accept = f"Correct the program, or record what it prints: prepbook accept {snippet.path}"
    if snippet.place:
        accept = "Correct the cell, or run the notebook and save it with its outputs."
    if report["error"]:
        error = report["error"]
        found = f"{error['type']}: {error['message']}"
        yield Finding(file, "program", "to run to its end", found, _mend(book, snippet), error["line"])
    elif snippet.output is None:
        yield Finding(file, "output", f"{file.removesuffix('.py')}.out", "no such file", accept)
    elif snippet.output != output:
        expected = "the output stored in it" if snippet.place else "what its .out file holds"
        yield Finding(file, "output", expected, _difference(snippet.output, output), accept)
    limit, size = snippet.limits.get("output_kb"), len(output.encode())
    if limit and size > limit * 1000:
        do = "Print less, or raise output-limit in the header of its block."
        yield Finding(file, "output", f"at most {limit} kB, its output-limit", f"{size / 1000:.1f} kB", do)


def _mend(book: Book, snippet: Snippet) -> str:
    session = book.session_of(snippet.path)
    if session is None:
        return "Correct the program."
    before = ", ".join(session.before(snippet.path)) or "no other block"
    return f'Correct the program, or the order of the blocks: in session "{session.name}" it runs after {before}.'


def _difference(recorded: str, printed: str) -> str:
    lines = difflib.ndiff(recorded.splitlines(keepends=True), printed.splitlines(keepends=True))
    return next((repr(line.rstrip("\n")) for line in lines if line[:1] in "+-"), "other line ends")


def validate(book: Book, *, every_claim_is_cited: bool) -> list[Finding]:
    """Return what is wrong with the names in a book and their use."""
    return [
        *_unknown_names(book),
        *_citations_of_checks(book),
        *_parts_of_checks(book),
        *_links_of_checks(book),
        *_unused(book),
        *_in_many_sessions(book),
        *(_uncited(book) if every_claim_is_cited else ()),
    ]


def _unknown_names(book: Book) -> Iterator[Finding]:
    citable = {**book.ledger.claims, **book.ledger.conflicts}
    known: dict[ReferenceKind, tuple[Mapping[str, Any], str, str]] = {
        "claim": (citable, "the id of a claim or a conflict", "Add it to claims.yml."),
        "snippet": (book.snippets, "a file in snippets/", "Add the file."),
        "check": (book.checks, "the id of a check in checks/", "Add the check."),
    }
    for kind, (names, expected, otherwise) in known.items():
        for chapter, ref in book.places(kind):
            if ref.target not in names:
                do = suggestion(ref.target, names, otherwise)
                yield Finding(f"docs/{chapter.file}", kind, expected, f'"{ref.target}"', do, ref.line)


def _citations_of_checks(book: Book) -> Iterator[Finding]:
    for check in book.checks.values():
        file = f"{check.folder}/check.yml"
        declared = set(check.spec.claims)
        for id in sorted(declared - set(book.ledger.claims)):
            do = suggestion(id, book.ledger.claims, "Add it to claims.yml.")
            yield Finding(file, "claims", "ids of claims", f'"{id}"', do)
        for id in cited_in(check):
            if not book.ledger.knows(id):
                do = suggestion(id, book.ledger.claims, "Add it to claims.yml.")
                yield Finding(check.folder, "claim", "the id of a claim or a conflict", f'"{id}"', do)
            elif id in book.ledger.claims and id not in declared:
                yield Finding(file, "claims", f"{id}, which its texts cite", "it missing", f"Add {id} to claims.")


def _parts_of_checks(book: Book) -> Iterator[Finding]:
    whole = {check.id for check in book.checks.values() if KINDS[check.spec.kind].consists_of(check)}
    for id in sorted(whole):
        file = f"{book.checks[id].folder}/check.yml"
        for part in KINDS[book.checks[id].spec.kind].consists_of(book.checks[id]):
            if part not in book.checks:
                do = suggestion(part, book.checks, "Add the check.")
                yield Finding(file, "parts", "the id of a check in checks/", f'"{part}"', do)
            elif part in whole:
                do = "Name the checks that it is made of instead."
                yield Finding(file, "parts", "a check that isn't itself made of checks", f'"{part}"', do)


def _links_of_checks(book: Book) -> Iterator[Finding]:
    """A check may stand on any page and in print, so that a link that is relative to one leads nowhere."""
    for check in book.checks.values():
        for text in KINDS[check.spec.kind].cites(check):
            for match in PAGE_LINK.finditer(text):
                do = "Cite a claim, say the chapter's name, or link to it from the page that shows the check."
                yield Finding(check.folder, "link", "no link to a page in the texts of a check", match[1], do)


def _unused(book: Book) -> Iterator[Finding]:
    used = {ref.target for _, ref in book.places("snippet")}
    linked: dict[str, Reference] = {}
    for chapter, ref in book.places("check"):
        if ref.target in linked:
            do = "Keep one, and link to it from the other place."
            file = f"docs/{chapter.file}"
            yield Finding(file, "check", "each check on one page, once", f'"{ref.target}" again', do, ref.line)
        linked[ref.target] = ref
    for path in sorted(set(book.snippets) - used):
        do = "Include it in a chapter, or delete it."
        yield Finding(f"snippets/{path}", "snippet", "a chapter that shows it", "none", do)
    for id in sorted(set(book.checks) - set(linked)):
        do = "Name it in a ``` check block, or delete it."
        yield Finding(book.checks[id].folder, "check", "a chapter that shows it", "none", do)


def _in_many_sessions(book: Book) -> Iterator[Finding]:
    first: dict[str, Reference] = {}
    for chapter, ref in book.places("snippet"):
        other = first.setdefault(ref.target, ref)
        if other is not ref and (ref.session or other.session):
            expected = "a snippet that shares variables in one place only"
            do = "Give the other place a copy of the file, or take session= out of both."
            yield Finding(f"docs/{chapter.file}", "session", expected, f'"{ref.target}" again', do, ref.line)


def _uncited(book: Book) -> Iterator[Finding]:
    for id, pages in book.cited_on.items():
        if not pages:
            do = f"Cite it as [@{id}] where it belongs, or remove it."
            yield Finding("docs/claims.yml", id, "a chapter that cites it", "none", do)
