"""A simulation on paper: everything to decide with stands on its page, what came of it at the back."""

import subprocess
import sys

import pytest

from tests.pdf import inspections
from tests.site.gamebook import write_tank


@pytest.fixture(scope="module")
def tank_pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the text of each page of the small book with the small simulation."""
    root = write_tank(tmp_path_factory.mktemp("tank") / "book")
    target = root / "book.pdf"
    # In a process of its own: Playwright can't be started twice in one, and a test of the site may have.
    line = [sys.executable, "-m", "prepbook.cli", "pdf", "-o", str(target)]
    subprocess.run(line, cwd=root, check=True)
    return inspections.texts(target)


def test_worksheet_holds_what_one_decides_with(tank_pages: list[str]) -> None:
    """Goals, levers, evidence, and the chart's values of the play in which nobody acts."""
    page = next(" ".join(text.split()) for text in tank_pages if "What flows in." in text)
    for text in (
        "Keep 5 litres",
        "0 l/min",
        "Leave it, Kick it",
        "It drips.",
        "On my way.",
        "Nobody does anything: Dry",
    ):
        assert text in page
    assert "Tap: 2 l/min" not in page


def test_reference_play_stands_at_the_back(tank_pages: list[str]) -> None:
    """What it sets, why, and what every play comes to, behind the page with the question."""
    question = next(number for number, text in enumerate(tank_pages) if "What flows in." in text)
    answer = next(number for number, text in enumerate(tank_pages) if "Tap: 2 l/min" in text)
    assert answer > question
    back = " ".join(" ".join(tank_pages[answer:]).split())
    for text in ("Enough flows in.", "A kick", "(missed)", "Wet feet", "Water flows."):
        assert text in back
