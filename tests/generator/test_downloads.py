"""The book's other editions: offered where they have been made, and not kept for reading offline."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.generator.bookmaker import MKDOCS, build_book, write_book

PLUGIN = "  - prepbook:\n"
OFFERS = MKDOCS.replace(PLUGIN, f"{PLUGIN}      downloads: [dist/handbook.pdf, dist/handbook.epub]\n")
PDF = "%PDF" * 600_000
HOME = "# A chapter\n\nIt is said [@A1].\n\n``` downloads\n```\n\n``` check\ndouble\n```\n"
DEEP = '# Deeper\n\n``` { .python .run }\n--8<-- "one/hello.py"\n```\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book whose PDF has been made and whose EPUB hasn't."""
    changed = {
        "mkdocs.yml": OFFERS,
        "docs/index.md": HOME,
        "docs/deeper.md": DEEP,
        "dist/handbook.pdf": "%PDF" * 600_000,
    }
    return build_book(write_book(tmp_path_factory.mktemp("downloads") / "book", **changed))


@pytest.mark.parametrize(
    ("page", "url"), [("index.html", "downloads/handbook.pdf"), ("deeper/index.html", "../downloads/handbook.pdf")]
)
def test_every_page_offers_what_is_made_at_its_foot(site: Path, page: str, url: str) -> None:
    """The link says what it is and how big, and leads to the file from wherever the page is."""
    foot = BeautifulSoup((site / page).read_text(), "html.parser").select(".pb-take-along a")
    assert [(link["href"], link.get_text()) for link in foot] == [(url, "PDF, 2.4 MB")]
    assert (site / page).parent.joinpath(url).resolve().read_bytes() == PDF.encode()


def test_page_that_asks_for_them_lists_all_editions(site: Path) -> None:
    """What isn't made is said to be missing, with the command that makes it."""
    lines = BeautifulSoup((site / "index.html").read_text(), "html.parser").select(".pb-downloads li")
    assert [" ".join(line.get_text().split()) for line in lines] == [
        "PDF, pages as printed (2.4 MB)",
        "EPUB: not made yet. prepbook epub makes it, and the next build offers it.",
    ]


def test_no_page_needs_a_download_to_be_read_offline(site: Path) -> None:
    """A reader who keeps the book for a train doesn't keep it twice."""
    edition = next((site / "assets" / "prepbook").glob("edition-*.js")).read_text()
    files = json.loads(edition[edition.index("{") : edition.rindex("}") + 1])["files"]
    assert files["downloads/handbook.pdf"]["group"] == "other"


def test_book_that_names_no_editions_offers_none(tmp_path: Path) -> None:
    """Nothing stands at the foot of its pages."""
    site = build_book(write_book(tmp_path / "book"))
    assert "pb-take-along" not in (site / "index.html").read_text()


def test_edition_made_since_the_last_build_is_offered(tmp_path: Path) -> None:
    """Where an author asks for the list, too: that page's text is as it was, and yet it has to be converted again."""
    book = write_book(tmp_path / "book", **{"mkdocs.yml": OFFERS, "docs/index.md": HOME, "docs/deeper.md": DEEP})
    assert "pages as printed (" not in (build_book(book) / "index.html").read_text()
    (book / "dist").mkdir()
    (book / "dist" / "handbook.pdf").write_text(PDF)
    assert "pages as printed (2.4" in (build_book(book) / "index.html").read_text()
