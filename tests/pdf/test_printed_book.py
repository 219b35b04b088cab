"""The sample book as a PDF: every promise holds, and every inspection finds what is wrong in a bad one."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pdf import inspections, sample

INSPECTIONS = [
    inspections.lost_code,
    inspections.wrong_body_size,
    inspections.past_the_margins,
    inspections.nearly_empty_pages,
    inspections.dead_links,
    inspections.wrong_numbers_in_contents,
    inspections.wrong_outline,
    inspections.foreign_fonts,
    inspections.inaccessible,
    inspections.answers_beside_questions,
]
Inspection = Callable[[Path], list[str]]


@pytest.mark.parametrize("inspection", INSPECTIONS, ids=lambda inspection: inspection.__name__)
def test_printed_book_has_nothing_wrong(printed: Path, inspection: Inspection) -> None:
    """What the tools print passes each inspection."""
    assert inspection(printed / "book.pdf") == []


@pytest.mark.parametrize("inspection", INSPECTIONS, ids=lambda inspection: inspection.__name__)
def test_inspection_finds_what_is_wrong(printed: Path, inspection: Inspection) -> None:
    """An inspection that can't fail proves nothing: each finds its fault in a spoiled print."""
    assert inspection(printed / "bad.pdf") != []


@pytest.mark.parametrize("inspection", [inspections.past_the_margins, inspections.wrong_body_size])
def test_letter_paper_holds_the_book_too(printed: Path, inspection: Inspection) -> None:
    """The other paper has the same text size and keeps its margins."""
    assert inspection(printed / "letter.pdf") == []


def test_two_prints_are_the_same_bytes(printed: Path) -> None:
    """The same book gives the same file; another paper another one."""
    sums = {name: hashlib.sha256((printed / f"{name}.pdf").read_bytes()).hexdigest() for name in ("book", "again")}
    assert sums["book"] == sums["again"]
    assert (printed / "book.pdf").read_bytes() != (printed / "letter.pdf").read_bytes()


def test_no_page_begins_with_the_lone_last_line_of_a_text(printed: Path) -> None:
    """Texts of three to six lines, cut by a page's end wherever it may fall; in the bad print nothing is kept whole."""
    assert inspections.lone_last_lines(printed / "texts.pdf") == []
    assert inspections.lone_last_lines(printed / "bad_texts.pdf") != []


def test_copied_code_has_no_line_numbers(printed: Path) -> None:
    """A program can be found in one piece: nothing stands between its lines."""
    text = "".join("".join(inspections.texts(printed / "book.pdf")).split())
    assert "".join(sample.COSINE.split()) in text


def test_outline_nests_as_the_navigation_does(printed: Path) -> None:
    """Parts hold their chapters, chapters their sections."""
    assert [(title, level) for title, level, _ in inspections.outline(printed / "book.pdf")][:6] == [
        ("Start here", 1),
        ("First part", 1),
        ("Measuring", 2),
        ("Cosine", 3),
        ("Wide things", 3),
        ("Practice", 2),
    ]


def test_page_numbers_stand_on_cross_references(printed: Path) -> None:
    """A reader of paper is told where a link leads."""
    pages = {title: page for title, _, page in inspections.outline(printed / "book.pdf")}
    start = inspections.texts(printed / "book.pdf")[2]
    assert f"the first chapter (p. {pages['Wide things']})" in start
    assert f"sources (p. {pages['Sources']})" in start.replace("\n", " ")
    assert "(example.org/a/long/path)" in start


def test_folds_are_open_and_tabs_labelled(printed: Path) -> None:
    """Nothing is hidden on paper."""
    start = inspections.texts(printed / "book.pdf")[2]
    shown = [
        "Folded on the site",
        "Open on paper.",
        "Python\nIn Python it is a list.",
        "SQL\nIn SQL it is a table.",
    ]
    assert [text for text in shown if text not in start] == []


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("too wide", 'width: expected at most 155.0mm, found wider: chapter: div "As wide as a desk".'),
        ("missing", "files: expected files of the book, found chapter/no.png, https://example.org/x.png."),
    ],
)
def test_what_cannot_be_printed_is_named(printed: Path, case: str, message: str) -> None:
    """Printing stops and says what and where, before a reader finds a hole or shrunken text."""
    refusals = json.loads((printed / "refusals.json").read_text())
    assert message in refusals[case]
