"""The report of a mock as its reader sees and prints it: round by round, point by point."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.generator.bookmaker import build_book
from tests.generator.interviews import INTERVIEWS
from tests.hosts import serving
from tests.site.gamebook import write_tank
from tests.site.interviews import PLAN_SEED, WAIT_MS, answer_quiz, bar, check, fact, points, start, write_and_score
from tests.site.running import press

BOOT_MS = 90_000
NIGHT = """
kind: mock
title: A night
pillar: basics
minutes: 5
claims: [A1]
parts:
  - {title: The tank, check: tank, minutes: 3, judged: "Whether you act [@A1].", next: Play again.}
  - {title: The plan, check: plan, minutes: 2, judged: Whether you can say it., next: Write again.}
"""
NIGHT_PAGES = {"mocks": "night", "writing": "plan"}


@pytest.fixture(scope="module")
def night_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of a small book with a mock of a simulation and a written answer."""
    plan = {path: text for path, text in INTERVIEWS.items() if "/plan/" in path}
    pages = {f"docs/{name}.md": f"# {name}\n\n``` check\n{id}\n```\n" for name, id in NIGHT_PAGES.items()}
    changed = {**plan, **pages, "checks/basics/night/check.yml": NIGHT}
    with serving(build_book(write_tank(tmp_path_factory.mktemp("night") / "book", **changed))) as url:
        yield url


def test_report_says_round_by_round_where_the_points_went(interviews_url: str, page: Page) -> None:
    """Each question, each criterion with the reader's own points, and what to look at next, passed or not."""
    section = start(page, interviews_url, "screen", PLAN_SEED)
    page.goto(f"{interviews_url}writing/")
    answer_quiz(check(page, "sums"), "Five")
    write_and_score(check(page, "plan"), "The cache.", [1, 1])
    press(bar(page), "Finish")
    section = check(page, "screen")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=WAIT_MS)
    assert points(section, "sums") == {"Two and two?": "Not right"}
    assert points(section, "plan") == {"A cause": "1 of 1", "A test": "1 of 2"}
    expect(section.locator('[data-part="plan"]')).to_contain_text("Passed by your own score: 2 of 3 points")
    sums, plan = section.locator(".pb-report-parts > li").all()
    expect(sums).to_contain_text("Whether you can add")
    expect(sums.locator(".pb-report-next")).to_contain_text("Add up more.")
    expect(plan.locator(".pb-report-next p").last).to_have_text("Look first at what cost most: A test.")
    expect(plan).not_to_contain_text("Go on.")


def test_simulation_is_a_round_of_a_mock(night_url: str, page: Page) -> None:
    """Lost, then won after a reset: the report has the ending in words, each goal with its figure, and the tries."""
    section = start(page, night_url, "night")
    expect(section.locator(".pb-plan-title").first).to_have_text("The tank · 3 minutes")
    expect(bar(page).locator("summary")).to_have_text("Part 1 of 2: Keep the tank (3 minutes planned)")
    bar(page).locator("summary").click()
    bar(page).get_by_role("link", name="Keep the tank").click()
    tank = check(page, "tank")
    press(tank, "Check")
    expect(tank).to_have_attribute("data-verdict", "failed", timeout=BOOT_MS)
    press(tank, "Reset")
    tank.get_by_role("slider", name="Tap").fill("2")
    press(tank, "Run")
    expect(tank.locator(".pb-where")).to_contain_text("Minute 2 of 6", timeout=BOOT_MS)
    page.reload()
    tank = check(page, "tank")
    expect(tank.locator(".pb-where")).to_contain_text("Minute 2 of 6", timeout=WAIT_MS)
    press(tank, "Check")
    expect(tank).to_have_attribute("data-verdict", "passed", timeout=BOOT_MS)
    press(bar(page), "Finish")
    section = check(page, "night")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=WAIT_MS)
    row = section.locator('[data-part="tank"]')
    expect(row.locator(".pb-report-said")).to_have_text("Enough water: all 2 goals kept.")
    assert list(points(section, "tank")) == ["Level", "Spilt"]
    assert points(section, "tank")["Spilt"] == "0 l, kept"
    assert (fact(section, "tank", "Verdict"), fact(section, "tank", "Tries")) == ("Passed", "2")
    assert fact(section, "tank", "Time").endswith(" of 3:00 planned")
    assert fact(section, "plan", "Verdict") == "Not tried"


def test_mock_without_a_draw_speaks_of_none(night_url: str, page: Page) -> None:
    """Neither a number to choose nor one to remember: whoever read of a draw would look for the other exercises."""
    section = start(page, night_url, "night")
    expect(section).not_to_contain_text("draw")
    press(section, "Finish")
    expect(section.locator(".pb-report")).to_contain_text("clock of 5 minutes", timeout=WAIT_MS)
    expect(section.locator(".pb-report")).not_to_contain_text("draw")


def test_report_prints_alone(interviews_url: str, page: Page) -> None:
    """Print puts the report on paper, the reader's note included, and the page is whole again afterwards."""
    page.add_init_script("window.print = () => { window.printed = true; }")
    section = start(page, interviews_url, "screen", PLAN_SEED)
    press(bar(page), "Finish")
    report = section.locator(".pb-report")
    section.get_by_role("textbox", name="What I noticed").fill("Too slow.")
    press(section, "Print this report")
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(report.get_by_text("Too slow.")).to_be_visible()
    expect(page.get_by_role("heading", name="Mocks")).to_be_hidden()
    expect(section.locator(".pb-plan")).to_be_hidden()
    expect(section.get_by_role("button", name="Print this report")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Mocks")).to_be_visible()
