"""The whole book as an EPUB: nothing of it is lost, and the standard has nothing against it."""

import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from prepbook.kinds.code import CodeCheck
from tests.book import the_book
from tests.epub import inspections

ROOT = Path(__file__).parent.parent.parent
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]  # it builds the whole book


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the book's EPUB, made by the command."""
    target = tmp_path_factory.mktemp("whole") / "book.epub"
    line = [sys.executable, "-m", "prepbook.cli", "epub", "-o", str(target)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.mark.parametrize(
    "inspection",
    [
        inspections.against_the_standard,
        inspections.dead_links,
        inspections.unlisted_or_wordless_pictures,
        inspections.unlisted_files,
        inspections.scripts_and_remote_files,
    ],
    ids=lambda inspection: inspection.__name__,
)
def test_whole_book_has_nothing_wrong(whole: Path, inspection: inspections.Inspection) -> None:
    """What holds for the sample holds for the book."""
    assert inspection(whole) == []


def test_every_chapter_is_in_it_in_the_order_of_the_navigation(whole: Path) -> None:
    """The table of contents has the titles of mkdocs.yml, part by part."""
    titles = list(_titles(load_config(str(ROOT / "mkdocs.yml")).nav or []))
    listed = [title for _, title in inspections.navigation(whole)]
    places = [listed.index(title) for title in titles]
    assert places == sorted(places)


def test_every_line_of_code_is_in_it(whole: Path) -> None:
    """Snippets with what they print, starters and solutions."""
    book = the_book()
    texts = [text for snippet in book.snippets.values() for text in (snippet.source, snippet.output or "")]
    for check in book.checks.values():
        if isinstance(check, CodeCheck):
            texts += [check.starter, check.solution]
    found = inspections.lines_of_code(whole)
    assert sorted({line.strip() for text in texts for line in text.splitlines() if line.strip()} - found) == []


def test_documents_are_short_enough_for_slow_readers(whole: Path) -> None:
    """Old engines refuse documents of more than 300 kB."""
    sizes = {name: len(content) for name, content in inspections.files(whole).items() if name.endswith(".xhtml")}
    assert {name: size for name, size in sizes.items() if size > 300_000} == {}


def _titles(nav: list[dict[str, object]]) -> list[str]:
    found = []
    for item in nav:
        for title, inside in item.items():
            found += [title, *(_titles(inside) if isinstance(inside, list) else [])]
    return found
