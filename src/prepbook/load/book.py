"""Loads a whole book: every source once, and all findings together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prepbook.book import Book, Chapter, Check, Glossary, Snippet
from prepbook.errors import Finding, suggestion
from prepbook.kinds import KINDS
from prepbook.load.checks import load_checks
from prepbook.load.claims import load_ledger
from prepbook.load.glossary import load_terms
from prepbook.load.notebooks import notebook_programs, notebook_references, read_notebook
from prepbook.load.pages import CITATION, citation_ids, read_references
from prepbook.load.snippets import load_snippets


@dataclass(frozen=True)
class PageFile:
    """A page as MkDocs found it."""

    file: str  # relative to docs/
    path: Path
    url: str  # relative to the site's root


@dataclass(frozen=True)
class Layout:
    """Where a book's parts are."""

    root: Path  # the folder of mkdocs.yml
    docs: Path
    snippets: Path
    checks: Path
    claims: Path
    glossary: Path | None = None

    def name(self, path: Path) -> str:
        """Return how findings call a file: its path from the book's root."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def load_book(layout: Layout, pages: Iterable[PageFile], pillars: Mapping[str, str]) -> tuple[Book, list[Finding]]:
    """Load ledger, chapters, snippets and checks. Nothing is run."""
    findings: list[Finding] = []
    chapters = []
    cells: dict[str, Snippet] = {}
    pages = list(pages)
    for page in pages:
        chapter, programs, wrong = load_chapter(layout, page)
        chapters.append(chapter)
        cells |= programs
        findings += wrong
    asked = {ref.target: ref for chapter in chapters for ref in chapter.references if ref.kind == "snippet"}
    ledger, wrong = load_ledger(layout.claims, layout.name(layout.claims))
    findings += wrong
    snippets, wrong = load_snippets(layout.snippets, asked)
    findings += wrong
    checks, wrong = load_checks(layout.checks, pillars)
    findings += wrong
    glossary, wrong = _load_glossary(layout, pages)
    findings += wrong
    return Book(ledger, tuple(chapters), snippets | cells, checks, pillars, glossary), findings


def _load_glossary(layout: Layout, pages: Iterable[PageFile]) -> tuple[Glossary, list[Finding]]:
    """Load the page that the option names; a book without the option explains no terms."""
    if layout.glossary is None:
        return Glossary(), []
    urls = {page.path: page.url for page in pages}
    if layout.glossary not in urls:
        names = {layout.name(path): path for path in urls}
        found = layout.name(layout.glossary)
        do = suggestion(found, names, "Correct the option, or add the page.")
        return Glossary(), [Finding("mkdocs.yml", "glossary", "a page of the book", f'"{found}"', do)]
    text = layout.glossary.read_text(encoding="utf-8-sig")
    terms, findings = load_terms(text, layout.name(layout.glossary))
    return Glossary(urls[layout.glossary], terms), findings


def load_chapter(layout: Layout, page: PageFile) -> tuple[Chapter, dict[str, Snippet], list[Finding]]:
    """Read one page for what it refers to; a notebook that is run brings its programs along."""
    name = layout.name(page.path)
    if page.file.endswith(".ipynb"):
        notebook, findings = read_notebook(page.path, page.file, name)
        references, wrong = notebook_references(notebook)
        words = sum(len(cell.source.split()) for cell in notebook.cells)
        return Chapter(page.file, page.url, references, words), notebook_programs(notebook), [*findings, *wrong]
    text = page.path.read_text(encoding="utf-8-sig")
    references, findings = read_references(text, name)
    return Chapter(page.file, page.url, references, len(text.split())), {}, findings


def cited_in(check: Check) -> list[str]:
    """Return the claim ids that a check's texts cite, in order."""
    texts = KINDS[check.spec.kind].cites(check)
    return list(dict.fromkeys(id for text in texts for match in CITATION.finditer(text) for id in citation_ids(match)))
