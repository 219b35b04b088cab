"""A simulation on paper: everything to decide with stands on its page, what came of it at the back."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from prepbook.pdf import print_book
from prepbook.plugin import PrepbookPlugin
from tests.pdf import inspections
from tests.site.gamebook import write_tank


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the text of each page of the small book with the small simulation."""
    root = write_tank(tmp_path_factory.mktemp("tank") / "book")
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["prepbook"]
    assert isinstance(plugin, PrepbookPlugin)
    browser = os.environ.get("PREPBOOK_CHROMIUM")
    target = root / "book.pdf"
    # In a thread of its own: Playwright's loop may be running in this one, for the pages of another test.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(print_book, config, plugin, build, target, browser=Path(browser) if browser else None).result()
    return inspections.texts(target)


def test_worksheet_holds_what_one_decides_with(pages: list[str]) -> None:
    """Goals, levers, evidence, and the chart's values of the play in which nobody acts."""
    page = next(" ".join(text.split()) for text in pages if "What flows in." in text)
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


def test_reference_play_stands_at_the_back(pages: list[str]) -> None:
    """What it sets, why, and what every play comes to, behind the page with the question."""
    question = next(number for number, text in enumerate(pages) if "What flows in." in text)
    answer = next(number for number, text in enumerate(pages) if "Tap: 2 l/min" in text)
    assert answer > question
    back = " ".join(" ".join(pages[answer:]).split())
    for text in ("Enough flows in.", "A kick", "(missed)", "Wet feet", "Water flows."):
        assert text in back
