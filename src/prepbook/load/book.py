"""Loads a whole book: every source once, and all findings together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prepbook.book import Book, Chapter, Check
from prepbook.errors import Finding
from prepbook.kinds import KINDS
from prepbook.load.checks import load_checks
from prepbook.load.claims import load_ledger
from prepbook.load.pages import CITATION, citation_ids, read_notebook_references, read_references
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
    for page in pages:
        chapter, wrong = load_chapter(layout, page)
        chapters.append(chapter)
        findings += wrong
    asked = {ref.target: ref for chapter in chapters for ref in chapter.references if ref.kind == "snippet"}
    ledger, wrong = load_ledger(layout.claims, layout.name(layout.claims))
    findings += wrong
    snippets, wrong = load_snippets(layout.snippets, asked)
    findings += wrong
    checks, wrong = load_checks(layout.checks, pillars)
    findings += wrong
    return Book(ledger, tuple(chapters), snippets, checks, pillars), findings


def load_chapter(layout: Layout, page: PageFile) -> tuple[Chapter, list[Finding]]:
    """Read one page for what it refers to."""
    text = page.path.read_text(encoding="utf-8-sig")
    name = layout.name(page.path)
    read = read_notebook_references if page.file.endswith(".ipynb") else read_references
    references, findings = read(text, name)
    return Chapter(page.file, page.url, references, len(text.split())), findings


def cited_in(check: Check) -> list[str]:
    """Return the claim ids that a check's texts cite, in order."""
    texts = KINDS[check.spec.kind].cites(check)
    return list(dict.fromkeys(id for text in texts for match in CITATION.finditer(text) for id in citation_ids(match)))
