"""A chart on paper: the reference beside the solution at the back, as a drawing, and nothing of it before."""

import subprocess
import sys
from collections.abc import Iterator

import pdfplumber
import pytest
from pdfplumber.pdf import PDF

from prepbook.plot import COLORS
from tests.site.chartbook import write_chartbook

OWN = tuple(int(COLORS["own0"][0][place : place + 2], 16) / 255 for place in (1, 3, 5))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PDF]:
    """Return the small book with a chart, printed in a process of its own."""
    root = write_chartbook(tmp_path_factory.mktemp("chart") / "book")
    target = root / "book.pdf"
    line = [sys.executable, "-m", "prepbook.cli", "pdf", "-o", str(target)]
    subprocess.run(line, cwd=root, check=True)
    with pdfplumber.open(target) as pdf:
        yield pdf


def test_reference_stands_beside_the_solution_and_not_with_the_question(book: PDF) -> None:
    """Its title, what is to be seen, and the labels of its axes."""
    texts = [" ".join(page.extract_text().split()) for page in book.pages]
    question = next(number for number, text in enumerate(texts) if "Write double(x)." in text)
    (answer,) = [number for number, text in enumerate(texts) if "What doubling comes to" in text]
    assert answer > question
    for text in ("return x + x", "A straight line through zero.", "Number", "Twice the number"):
        assert text in texts[answer]


def test_reference_is_a_drawing(book: PDF) -> None:
    """A line in the chart's color, and no picture made of dots."""
    page = next(page for page in book.pages if "What doubling comes to" in page.extract_text())
    assert page.images == []
    drawn = [shape["stroking_color"] for shape in [*page.curves, *page.lines]]
    assert any(color and color == pytest.approx(OWN, abs=0.01) for color in drawn if len(color) == 3)
