"""This book on paper: what holds for the sample holds for all of its pages."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest
from mkdocs.config import load_config

from prepbook.kinds.code import CodeCheck
from prepbook.pdf.destinations import page_numbers
from prepbook.pdf.endings import is_nearly_empty
from tests.book import the_book
from tests.pdf import inspections

ROOT = Path(__file__).parent.parent.parent
SITE = "https://handbook.example/book/"
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]  # it builds the whole book, and prints it


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the book's PDF, made by the command."""
    target = tmp_path_factory.mktemp("whole") / "book.pdf"
    line = [sys.executable, "-m", "prepbook.cli", "pdf", "-o", str(target)]
    env = {**os.environ, "PREPBOOK_SITE_URL": SITE}
    done = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@cache
def texts(path: Path) -> list[str]:
    """Return the text of each page without its spaces; read by PDFium, which takes a book of this size.

    PDFium has a mark of its own for a hyphen at the end of a line.
    """
    with pypdfium2.PdfDocument(path) as pdf:
        return ["".join(page.get_textpage().get_text_range().split()).replace("\ufffe", "-") for page in pdf]


@pytest.mark.parametrize(
    "inspection", [inspections.dead_links, inspections.foreign_fonts], ids=lambda inspection: inspection.__name__
)
def test_whole_book_has_nothing_wrong(whole: Path, inspection: Any) -> None:
    """No link leads nowhere, and no letter is in a face that another machine lacks."""
    assert inspection(whole) == []


def test_whole_book_passes_the_machine_rules_of_pdf_ua(whole: Path) -> None:
    """Its tables, lists, figures and links are tagged as readers by ear need them."""
    report = page_validation.validate_pdf(str(whole), profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []


def test_outline_has_the_titles_of_the_navigation(whole: Path) -> None:
    """Parts and chapters as mkdocs.yml has them, in that order, then the appendices."""
    titles = list(_titles(load_config(str(ROOT / "mkdocs.yml")).nav or []))
    listed = iter([title for title, _, _ in inspections.outline(whole)])
    assert [title for title in [*titles, "Appendices", "Index of checks"] if title not in listed] == []


def test_every_line_of_code_is_on_paper(whole: Path) -> None:
    """Snippets with what they print, starters and solutions."""
    book = the_book()
    sources = [text for snippet in book.snippets.values() for text in (snippet.source, snippet.output or "")]
    for check in book.checks.values():
        if isinstance(check, CodeCheck):
            sources += [check.starter, check.solution]
    lines = {"".join(line.split()) for text in sources for line in text.splitlines()}
    everything = "".join(texts(whole))
    assert sorted(line for line in lines if line not in everything) == []


def test_no_page_is_nearly_empty(whole: Path) -> None:
    """A chapter that would run over by a few lines has been set a little tighter."""
    with pikepdf.open(whole) as pdf:
        assert [number for number, page in enumerate(pdf.pages, start=1) if is_nearly_empty(page)] == []


def test_nothing_stands_in_the_margins_and_text_has_its_size(whole: Path, tmp_path: Path) -> None:
    """On every twentieth page: one thing that is too wide would shrink the text of all of them."""
    some = tmp_path / "some.pdf"
    with pikepdf.open(whole) as pdf:
        del pdf.pages[:10]
        for number in reversed(range(len(pdf.pages))):
            if number % 20:
                del pdf.pages[number]
        pdf.save(some)
    assert inspections.past_the_margins(some) + inspections.wrong_body_size(some) == []


def test_every_check_leads_to_its_live_form_and_to_its_answer(whole: Path) -> None:
    """By an address that is also a QR code, and by a place in an appendix that leads back."""
    book = the_book()
    with pikepdf.open(whole) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        addresses = {str(link.A.URI) for link in links if "/A" in link}
        targets = {str(link.Dest).removeprefix("/") for link in links if "/Dest" in link}
    anchors = {check.id: f"{book.page_of[check.id].url}#{check.anchor}" for check in book.checks.values()}
    assert [id for id, anchor in anchors.items() if SITE + anchor not in addresses] == []
    assert [id for id in anchors if not any(target.endswith(f".answer-{id}") for target in targets)] == []
    assert [id for id in anchors if not any(target.endswith(f".check-{id}") for target in targets)] == []


def test_hints_are_not_on_the_page_of_their_question(whole: Path) -> None:
    """Who reads a question sees none of its hints."""
    with pikepdf.open(whole) as pdf:
        places = {name.rpartition(".")[2]: number for name, number in page_numbers(pdf).items()}
    pages = texts(whole)
    checks = the_book().checks.values()
    given = {check.id: getattr(check.spec, "hints", ()) for check in checks}  # rubrics and mocks have none
    hints = {id: "".join(hints[0].split())[:30] for id, hints in given.items() if hints}
    assert hints
    assert [id for id, hint in hints.items() if hint in pages[places[f"check-{id}"] - 1]] == []


def _titles(nav: list[dict[str, object]]) -> Iterator[str]:
    for item in nav:
        for title, inside in item.items():
            yield title
            if isinstance(inside, list):
                yield from _titles(inside)
