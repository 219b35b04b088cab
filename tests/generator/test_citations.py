"""Where a citation's note leads: to the page that lists the claims, whatever it is called."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.generator.bookmaker import CHAPTER, CLAIMS, build_book, write_book

CONFLICT = """
  - {id: A2, source: A, topic: sums, kind: norm, says: Two and two are five.}
conflicts:
  - {id: X1, kind: differ, about: What is two and two, between: [A1, A2]}
"""
CITING = CHAPTER.replace("[@A1]", "[@A1], and not [@A2]; see [@X1]")
LISTS = "# Where it is said\n\n``` claims\n```\n"
CONFLICTS = "# Where they part\n\n``` conflicts\n```\n"

# the pages that list something, by path below docs/; where the notes of the home page lead
BOOKS: dict[str, tuple[dict[str, str], list[str]]] = {
    "a page by another name": (
        {"said/by-whom.md": f"{LISTS}\n``` conflicts\n```\n"},
        ["said/by-whom/#A1", "said/by-whom/#A2", "said/by-whom/#X1"],
    ),
    "a page for each list": (
        {"ledger.md": LISTS, "disagreements.md": CONFLICTS},
        ["ledger/#A1", "ledger/#A2", "disagreements/#X1"],
    ),
    "no page": ({}, []),
    "no page, though one is called so": ({"sources.md": "# Sources\n\nThey are listed elsewhere.\n"}, []),
}


@pytest.mark.parametrize("book", BOOKS)
def test_note_leads_to_where_the_claim_is_listed(book: str, tmp_path: Path) -> None:
    """And nowhere, rather than to a place that isn't there, in a book without such a page."""
    pages, expected = BOOKS[book]
    changed = {f"docs/{name}": text for name, text in pages.items()}
    ledger = CLAIMS.rstrip("\n") + CONFLICT
    site = build_book(write_book(tmp_path, **{"docs/index.md": CITING, "docs/claims.yml": ledger, **changed}))
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in home.select(".pb-cite-note a")] == expected
    for url in expected:
        page, _, id = url.partition("#")
        assert f'id="{id}"' in (site / page / "index.html").read_text(encoding="utf-8")
