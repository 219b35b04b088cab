"""What a reader does with written answers and mocks, in a browser."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.site.running import press

WAIT_MS = 30_000
NOON = "2026-11-21T12:00:00"
PLAN_SEED, DOUBLE_SEED = 3, 1  # what these numbers draw as the second part of the small book's screen


def about(minutes: int, direction: str) -> re.Pattern[str]:
    """Return what a clock shows at a minute, with a minute to spare: pages take their time."""
    later = minutes - 1 if direction == "left" else minutes + 1
    return re.compile(rf"^({minutes}|{later}):\d\d {direction}$")


def check(page: Page, id: str) -> Locator:
    """Return the section of a check, alive."""
    section = page.locator(f'[data-check="{id}"]')
    expect(section.locator("xpath=..")).to_have_attribute("ready", "", timeout=WAIT_MS)
    return section


def answer(section: Locator) -> Locator:
    """Return the box of a written answer, once it takes text."""
    box = section.get_by_role("textbox", name="Your answer")
    expect(box).to_be_editable(timeout=WAIT_MS)
    return box


def score(section: Locator, levels: list[int]) -> None:
    """Choose a level for each criterion."""
    for criterion, level in zip(section.locator("fieldset").all(), levels, strict=True):
        criterion.get_by_role("radio").nth(level).check()


def write_and_score(section: Locator, text: str, levels: list[int]) -> None:
    """Write an answer, score it, add up."""
    answer(section).fill(text)
    press(section, "Check")
    score(section, levels)
    press(section, "Add up my points")
    expect(section).to_have_attribute("data-state", "done", timeout=WAIT_MS)


def bar(page: Page) -> Locator:
    """Return the bar of the mock under way."""
    return page.get_by_role("complementary", name="Mock interview")


def start(page: Page, url: str, mock: str, seed: int | None = None) -> Locator:
    """Start a mock, with a draw where it has one. Returns its section."""
    page.goto(f"{url}mocks/")
    section = check(page, mock)
    if seed is not None:
        section.get_by_role("spinbutton", name="Number of the draw").fill(str(seed))
    press(section, "Start")
    expect(bar(page)).to_be_visible(timeout=WAIT_MS)
    return section


def answer_quiz(section: Locator, option: str) -> None:
    """Choose an option and check it."""
    section.get_by_role("radio", name=option).check()
    press(section, "Check")
    expect(section).to_have_attribute("data-state", "done", timeout=WAIT_MS)


def points(section: Locator, part: str) -> dict[str, str]:
    """Return what the report says of a part point by point."""
    rows = section.locator(f'[data-part="{part}"] .pb-report-points tr').all()
    return {row.locator("th").inner_text(): row.locator("td").inner_text() for row in rows}


def fact(section: Locator, part: str, name: str) -> str:
    """Return what the report says about a part."""
    row = section.locator(f'[data-part="{part}"] dl > div').filter(has=section.page.get_by_text(name, exact=True))
    return row.locator("dd").inner_text()
