"""What is written beside the pages: book.json, the machine-readable contents."""

from collections.abc import Mapping
from typing import Any

from prepbook.book import Book
from prepbook.kinds import KINDS
from prepbook.kinds.base import Proof


def book_json(book: Book, titles: Mapping[str, str], proofs: Mapping[str, Proof], pyodide: str) -> dict[str, Any]:
    """Return the contents of site/book.json; `titles` are the chapters' by URL. Part of the page contract."""
    return {
        "chapters": [
            {
                "title": titles[chapter.url],
                "url": chapter.url,
                "claims": [id for id in book.claims_on(chapter) if id in book.ledger.claims],
            }
            for chapter in book.chapters
        ],
        "snippets": [
            {"path": snippet.path, "url": f"{chapter.url}#{snippet.anchor}"}
            for chapter, ref in book.places("snippet")
            for snippet in [book.snippets[ref.target]]
            if not snippet.place  # a notebook's cell is no file that others could run
        ],
        "checks": [
            {
                "id": check.id,
                "title": check.spec.title,
                "kind": KINDS[check.spec.kind].listed_as or check.spec.kind,
                "pillar": check.spec.pillar,
                "url": f"{chapter.url}#{check.anchor}",
                "minutes": check.spec.minutes,
                "claims": check.spec.claims,
                "tests": len(proofs[check.id].tests),
            }
            for chapter, ref in book.places("check")
            for check in [book.checks[ref.target]]
        ],
        "claims": [{"id": id, "cited_on": pages} for id, pages in book.cited_on.items()],
        "pyodide": pyodide,
    }
