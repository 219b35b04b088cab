"""Simulations as a reader plays them: to win, to lose, after a reload, without a mouse, on a phone, by the clock."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from prepbook.kinds.simulation import SimulationCheck
from tests.book import the_book
from tests.hosts import serving
from tests.site.gamebook import build_tank

BOOT_MS = 90_000
INCIDENT = the_book().checks["incident-429"]
assert isinstance(INCIDENT, SimulationCheck)
SPEC = INCIDENT.spec


@pytest.fixture(scope="module")
def tank_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of the small book with the small simulation."""
    site = build_tank(tmp_path_factory.mktemp("tank") / "book")
    with serving(site) as url:
        yield url


def incident(page: Page, site_url: str) -> Locator:
    """Return the section of the live case, opened."""
    page.goto(f"{site_url}practice/incident-429/")
    return page.locator("[data-check=incident-429]")


def tank(page: Page, tank_url: str) -> Locator:
    """Return the section of the small simulation, opened."""
    page.goto(tank_url)
    return page.locator("[data-check=tank]")


def press(section: Locator, name: str) -> None:
    """Press a button."""
    section.get_by_role("button", name=name, exact=True).click()


def stands_at(section: Locator, minute: int) -> None:
    """Wait until the game is at a minute, and nothing runs."""
    expect(section.locator(".pb-where")).to_contain_text(f"Minute {minute} of", timeout=BOOT_MS)
    expect(section.get_by_role("button", name="Stop", exact=True)).to_be_disabled(timeout=BOOT_MS)


def set_lever(section: Locator, name: str, value: float | str) -> None:
    """Move a slider, or choose a setting."""
    lever = next(lever for lever in SPEC.levers if lever.id == name)
    if lever.kind == "slider":
        section.get_by_role("slider", name=lever.label).fill(str(value))
    else:
        section.get_by_role("combobox", name=lever.label).select_option(label=lever.say(value))


def play(section: Locator, play_id: str) -> None:
    """Play a play of the author's, step by step, until the game is over."""
    chosen = next(play for play in SPEC.plays if play.id == play_id)
    for minute in SPEC.steps:
        for name, value in chosen.moves.get(minute, {}).items():
            set_lever(section, name, value)
        press(section, "Run")
        stands_at(section, minute + SPEC.step)
        if section.get_attribute("data-verdict"):
            return


@pytest.mark.parametrize(
    ("play_id", "verdict", "minute", "said"),
    [
        ("reference", "passed", 45, "The SLO is back, within the budget: all 5 goals kept."),
        ("capacity", "failed", 35, "Out of budget: 4 of 5 goals kept. Missed: Cost."),
    ],
)
@pytest.mark.timeout(400)
def test_play_ends_for_a_reader_as_it_did_at_build(
    play_id: str, verdict: str, minute: int, said: str, site_url: str, page: Page
) -> None:
    """Step by step in the browser a play reaches the ending, the minute and the numbers that CPython found."""
    section = incident(page, site_url)
    play(section, play_id)
    expect(section).to_have_attribute("data-verdict", verdict)
    expect(section.get_by_role("status")).to_have_text(said)
    expect(section.locator(".pb-where")).to_contain_text(f"Minute {minute} of 45")
    own, reference = (section.locator(".pb-debrief tbody tr").nth(row) for row in (0, 1))
    if play_id == "reference":
        assert own.locator("td").all_inner_texts() == reference.locator("td").all_inner_texts()
    else:
        expect(own.locator("td").first).to_contain_text("$105.00")
    expect(section.locator(".pb-debrief")).to_contain_text("What the case asks for.")


def test_check_lets_time_pass_to_the_end(tank_url: str, page: Page) -> None:
    """One press leaves the levers as they are, and debriefs; the status is one and says it in words."""
    section = tank(page, tank_url)
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=BOOT_MS)
    expect(section).to_have_attribute("data-state", "done")
    expect(section.get_by_role("status")).to_have_count(1)
    expect(section.get_by_role("status")).to_have_text("Dry: 1 of 2 goals kept. Missed: Level.")
    press(section, "Run")
    expect(section.get_by_role("status")).to_contain_text("This game is over")


def test_lever_that_is_set_once_falls_back(tank_url: str, page: Page) -> None:
    """A kick is over after its step, also when time then passes to the end."""
    section = tank(page, tank_url)
    section.get_by_role("slider", name="Tap").fill("4")
    section.get_by_role("combobox", name="Kick").select_option(label="Kick it")
    press(section, "Run")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=BOOT_MS)
    expect(section.get_by_role("status")).to_contain_text("Wet feet")
    expect(section.locator(".pb-where")).to_contain_text("Minute 2 of 6")  # a fatal goal ends the game at once
    expect(section.get_by_role("combobox", name="Kick").locator("option:checked")).to_have_text("Leave it")
    expect(section.get_by_role("slider", name="Tap")).to_have_value("4")


def test_step_can_be_taken_back_with_its_levers(tank_url: str, page: Page) -> None:
    """Levers, charts and verdict are those of before the press; the same moves then give the same numbers."""
    section = tank(page, tank_url)
    section.get_by_role("slider", name="Tap").fill("2")
    press(section, "Run")
    stands_at(section, 2)
    before = section.locator(".pb-goal-now").all_inner_texts()
    section.get_by_role("slider", name="Tap").fill("0")
    press(section, "Check")
    stands_at(section, 6)
    press(section, "Take back a step")
    stands_at(section, 2)
    expect(section).not_to_have_attribute("data-verdict", "failed")
    expect(section.get_by_role("slider", name="Tap")).to_have_value("0")
    assert section.locator(".pb-goal-now").all_inner_texts() == before
    press(section, "Take back a step")
    stands_at(section, 0)
    expect(section.locator("[data-dashboard]")).to_be_hidden()


def test_evidence_arrives_in_its_time(tank_url: str, page: Page) -> None:
    """What comes later isn't there before, and its arrival is announced."""
    section = tank(page, tank_url)
    expect(section.get_by_text("It drips.")).to_be_visible()
    expect(section.get_by_text("On my way.")).to_be_hidden()
    press(section, "Run")
    stands_at(section, 2)
    expect(section.get_by_text("On my way.")).to_be_hidden()
    press(section, "Run")
    stands_at(section, 4)
    expect(section.get_by_text("On my way.")).to_be_visible()
    expect(section.get_by_role("status")).to_contain_text("New evidence: Plumber.")


def test_game_comes_back_after_a_reload(tank_url: str, page: Page) -> None:
    """Moves, charts, levers set since, the seed and the held clock are there again, and the game goes on."""
    section = tank(page, tank_url)
    section.get_by_role("slider", name="Tap").fill("2")
    press(section, "Run")
    stands_at(section, 2)
    goals = section.locator(".pb-goal-now").all_inner_texts()
    picture = section.locator("[data-chart] img").get_attribute("src")
    section.get_by_role("slider", name="Tap").fill("3")
    page.reload()
    stands_at(section, 2)
    assert section.locator(".pb-goal-now").all_inner_texts() == goals
    assert section.locator("[data-chart] img").get_attribute("src") == picture
    expect(section.get_by_role("slider", name="Tap")).to_have_value("3")
    expect(section.locator(".pb-clock")).to_contain_text("left, paused")
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=BOOT_MS)
    page.reload()
    expect(section).to_have_attribute("data-verdict", "passed")
    expect(section.locator(".pb-debrief")).to_contain_text("Water flows.")


def test_reset_and_another_seed_start_anew(tank_url: str, page: Page) -> None:
    """Reset keeps the seed; the other button brings another one, shown, and other numbers."""
    section = tank(page, tank_url)
    press(section, "Check")
    stands_at(section, 6)
    first = section.locator(".pb-numbers td").all_text_contents()
    press(section, "Reset")
    stands_at(section, 0)
    expect(section.locator(".pb-where")).to_contain_text("Seed 3.")
    expect(section.get_by_role("status")).to_be_empty()
    press(section, "New game, other seed")
    press(section, "Check")
    stands_at(section, 6)
    expect(section.locator(".pb-where")).not_to_contain_text("Seed 3.")
    assert section.locator(".pb-numbers td").all_text_contents() != first


def test_stop_leaves_the_game_as_it_was(tank_url: str, page: Page) -> None:
    """A step that was stopped has not been made."""
    section = tank(page, tank_url)
    press(section, "Run")
    section.get_by_role("button", name="Stop", exact=True).click()
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)
    if section.get_attribute("data-verdict") == "stopped":
        stands_at(section, 0)
        press(section, "Run")
    stands_at(section, 2)


def test_clock_can_be_held_and_left_out(tank_url: str, page: Page) -> None:
    """It starts with the first step, stands while it is held, and nothing is lost when time is up."""
    page.clock.install()
    section = tank(page, tank_url)
    clock = section.get_by_role("timer")
    expect(clock).to_have_text("5:00 left")
    press(section, "Start the clock")
    page.clock.fast_forward(61_000)
    expect(clock).to_have_text(re.compile(r"^3:\d\d left$"))  # real time passes too
    press(section, "Pause the clock")
    expect(clock).to_have_text(re.compile(r"^3:\d\d left, paused$"))
    held = clock.inner_text()
    page.clock.fast_forward(60_000)
    expect(clock).to_have_text(held)
    press(section, "Start the clock")
    page.clock.fast_forward(300_000)
    expect(clock).to_have_text("Time is up. You may go on.")
    expect(section.get_by_role("button", name="Run", exact=True)).to_be_enabled()
    press(section, "Play without a clock")
    expect(clock).to_have_text("Without a clock")


def test_game_is_played_with_the_keyboard_alone(tank_url: str, page: Page) -> None:
    """Arrow keys move levers, Enter presses buttons, and each control says its name and what it is for."""
    section = tank(page, tank_url)
    tap = section.get_by_role("slider", name="Tap")
    tap.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(tap).to_have_attribute("aria-valuetext", "2 l/min")
    expect(tap).to_have_accessible_description("What flows in.")
    page.keyboard.press("Tab")
    expect(section.get_by_role("combobox", name="Kick")).to_be_focused()
    check = section.get_by_role("button", name="Check", exact=True)
    for _ in range(12):
        if check.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=BOOT_MS)
    expect(check).to_be_focused()


def test_game_fits_a_phone(site_url: str, browser: Browser) -> None:
    """At 320 pixels nothing is cut off sideways, before and after a game, and what is pressed is large enough."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    section = incident(context.new_page(), site_url)
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "failed", timeout=BOOT_MS)
    assert section.page.evaluate("document.documentElement.scrollWidth") <= 320
    targets = section.locator("button:visible, select:visible, input:visible, summary:visible").all()
    heights = [(target.bounding_box() or {"height": 0})["height"] for target in targets]
    assert min(heights) >= 24
    context.close()


def test_solution_is_the_reference_play(tank_url: str, page: Page) -> None:
    """Before the end it asks first; then it says what is set when, and why."""
    section = tank(page, tank_url)
    press(section, "Solution")
    press(section, "Yes, show it")
    expect(section.locator(".pb-solution")).to_contain_text("Tap: 2 l/min")
    expect(section.locator(".pb-solution")).to_contain_text("Enough flows in.")
