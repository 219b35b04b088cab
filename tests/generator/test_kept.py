"""What a second build converts anew: pages that changed, and nothing else; and it writes what a first build would."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from tests.generator.bookmaker import build_book, write_book
from tests.generator.test_redraw import BOOK, CHANGES

pytestmark = pytest.mark.slow
ALL = {"index.md", "two.md", "three.md"}
PAGES = ".cache/prepbook/pages"
FOUND = ".cache/prepbook/found"
Converted = Callable[[Path], set[str]]

HOOK = """
from markdown import Extension

class Own(Extension):
    def extendMarkdown(self, md):
        pass

def on_config(config):
    config.markdown_extensions.append(Own())
"""

# what an author has: (files of the book besides BOOK's, the pages that every build converts)
NEVER_KEPT: dict[str, tuple[dict[str, str], set[str]]] = {
    "a page with a dead link, which is told each time": (
        {"docs/three.md": "# Three\n\n## Another part\n\n[Nowhere](nowhere.md)\n"},
        {"three.md"},
    ),
    "a page that includes a file that is no program": (
        {"docs/three.md": '# Three\n\n## Another part\n\n--8<-- "words.md"\n', "snippets/words.md": "Words.\n"},
        {"three.md"},
    ),
    "a page that includes it with fewer dashes": (
        {"docs/three.md": '# Three\n\n## Another part\n\n-8<- "words.md"\n', "snippets/words.md": "Words.\n"},
        {"three.md"},
    ),
    "a file that is added to every page": (
        {
            "mkdocs.yml": f"{BOOK['mkdocs.yml']}  - pymdownx.snippets: {{auto_append: [words.md]}}\n",
            "snippets/words.md": "Words.\n",
        },
        ALL,
    ),
    "an extension of Markdown that we don't know": (
        {"mkdocs.yml": f"{BOOK['mkdocs.yml']}hooks: [hook.py]\n", "hook.py": HOOK},
        ALL,
    ),
    "an extension that reads files": ({"mkdocs.yml": f"{BOOK['mkdocs.yml']}  - pymdownx.b64\n"}, ALL),
}


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> Converted:
    """Return a function that builds a book and returns the pages whose Markdown was converted."""
    seen: set[str] = set()
    convert = Page.render

    def noted(page: Page, *rest: object) -> None:
        seen.add(page.file.src_uri)
        convert(page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", noted)

    def build(root: Path) -> set[str]:
        seen.clear()
        build_book(root)
        return {*seen}

    return build


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a book of three pages that keeps its pages to itself."""
    return alone(write_book(tmp_path / "book", **BOOK))


def alone(root: Path) -> Path:
    """Give a book a folder of its own for its pages; reports on programs stay where all books have them."""
    reports = (root / ".cache").resolve() / "prepbook" / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    (root / ".cache").unlink()
    (root / ".cache" / "prepbook").mkdir(parents=True)
    (root / ".cache" / "prepbook" / "reports").symlink_to(reports)
    return root


def files(site: Path) -> dict[str, bytes]:
    """Return what a build wrote, without what tells the day."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.suffix != ".gz"
    }


@pytest.mark.parametrize("change", CHANGES)
def test_only_pages_that_show_a_change_are_converted_again(change: str, book: Path, converted: Converted) -> None:
    """And the site is what a build writes that keeps nothing, to the byte."""
    file, text, expected = CHANGES[change]
    assert converted(book) == ALL
    (book / file).write_text(text.lstrip("\n"), encoding="utf-8")
    # A page's own title stands on no other page that MkDocs converts; its templates, which show it, are always filled.
    assert converted(book) == (expected & {"three.md"} if change == "a page's title" else expected)
    kept = files(book / "site")
    shutil.rmtree(book / PAGES)
    shutil.rmtree(book / FOUND)
    assert converted(book) == ALL
    assert files(book / "site") == kept


def test_navigation_of_kept_pages_is_new(book: Path, converted: Converted) -> None:
    """It comes from templates, which know every title."""
    converted(book)
    (book / "docs" / "three.md").write_text("# Third\n\n[Back](two.md#a-part)\n", encoding="utf-8")
    assert converted(book) == {"three.md"}
    assert "Third" in (book / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", NEVER_KEPT)
def test_page_of_which_not_all_is_known_is_converted_each_time(case: str, tmp_path: Path, converted: Converted) -> None:
    """What it is drawn from may have changed, or something has to be said again."""
    changed, expected = NEVER_KEPT[case]
    book = alone(write_book(tmp_path / "book", **{**BOOK, **changed}))
    assert converted(book) == ALL
    assert converted(book) == expected


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}'])
def test_damaged_page_is_converted_again(damage: str, book: Path, converted: Converted) -> None:
    """A disk that was full costs a moment, no more."""
    converted(book)
    for file in (book / PAGES).iterdir():
        file.write_text(damage, encoding="utf-8")
    assert converted(book) == ALL
    assert converted(book) == set()


def test_anchors_of_kept_pages_are_still_checked(
    book: Path, converted: Converted, caplog: pytest.LogCaptureFixture
) -> None:
    """A heading goes; the kept pages that lead to it are named, until it is back."""
    converted(book)
    assert caplog.messages == []
    (book / "docs" / "two.md").write_text("# Two\n\n``` check\nsums\n```\n", encoding="utf-8")
    assert converted(book) == {"two.md"}
    assert [message.split("'")[1] for message in caplog.messages] == ["index.md", "three.md"]
    caplog.clear()
    (book / "docs" / "two.md").write_text(str(BOOK["docs/two.md"]), encoding="utf-8")
    converted(book)
    assert caplog.messages == []
