"""How chapters end: not with a page that has a line or two on it."""

from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from prepbook.pdf.destinations import page_numbers
from prepbook.pdf.endings import is_nearly_empty, next_tightness, set_tighter

PRINTED = '<section class="pb-chapter" id="one">\n<section class="pb-chapter" id="two">'


def page_with(lines: int, strokes: int = 0) -> bytes:
    """Return the content of a page: its furniture, some lines of text, some strokes."""
    texts = [f"1 0 0 -1 113 {72 + 20 * number} Tm" for number in range(3 + lines)]
    return "\n".join([*texts, *["10 10 l"] * strokes]).encode()


def book_of(*pages: bytes) -> pikepdf.Pdf:
    """Return a PDF of such pages, in which the first chapter starts on page 1 and the second on the last page."""
    pdf = pikepdf.new()
    for content in pages:
        pdf.add_blank_page().Contents = pdf.make_stream(content)
    first, last = (pikepdf.Array([pdf.pages[number].obj, pikepdf.Name.Fit]) for number in (0, -1))
    pdf.Root.Dests = pikepdf.Dictionary({"/one": first, "/two": last})
    return pdf


def test_lines_to_write_on_fill_a_page() -> None:
    """Room for an answer is there for a purpose."""
    rules = "\n".join(f"0 {300 + 30 * number} 586 1 re" for number in range(8)).encode()
    with book_of(page_with(1) + b"\n" + rules) as pdf:
        assert not is_nearly_empty(pdf.pages[0])


@pytest.mark.parametrize(
    ("lines", "strokes", "expected"),
    [(0, 0, True), (4, 0, True), (5, 0, False), (2, 400, True), (2, 4000, False)],
    ids=["nothing", "four lines", "five lines", "a QR code", "a chart"],
)
def test_page_is_nearly_empty_with_few_lines_and_no_drawing(lines: int, strokes: int, expected: bool) -> None:
    """What every page has at its head and foot doesn't count."""
    with book_of(page_with(lines, strokes)) as pdf:
        assert is_nearly_empty(pdf.pages[0]) is expected


@pytest.mark.parametrize(
    ("pages", "before", "after"),
    [
        ([30, 30, 2, 30], {}, {"one": 1}),
        ([30, 30, 2, 30], {"one": 1}, {"one": 2}),
        ([30, 30, 2, 30], {"one": 2}, {"one": 2}),
        ([30, 30, 9, 30], {"one": 1}, {"one": 1}),
        ([30, 2, 30], {}, {}),
        ([30, 2, 30, 30], {}, {}),
    ],
    ids=["runs over", "still runs over", "as tight as may be", "ends well", "too short to save lines", "in the middle"],
)
def test_chapter_that_runs_over_is_set_tighter(pages: list[int], before: dict[str, int], after: dict[str, int]) -> None:
    """Step by step, and no further than a reader would notice."""
    pdf = book_of(*map(page_with, pages))
    assert next_tightness(pdf, PRINTED, page_numbers(pdf), Counter(before)) == Counter(after)


def test_only_the_chapter_that_runs_over_is_set_tighter() -> None:
    """The others keep the sheet's measures."""
    assert set_tighter(PRINTED, {"two": 2}) == PRINTED.replace(
        'pb-chapter" id="two"', 'pb-chapter pb-tight-2" id="two"'
    )


def test_the_sheet_has_both_degrees() -> None:
    """A class that no rule names would change nothing."""
    sheet = (Path(__file__).parents[2] / "src/prepbook/templates/print/print.css").read_text(encoding="utf-8")
    assert [degree for degree in (1, 2) if f".pb-tight-{degree} {{ line-height" not in sheet] == []
