"""A written answer as its reader meets it: kept, timed, scored by the writer, set beside model answers."""

import pytest
from playwright.sync_api import Page, expect

from prepbook.kinds.rubric import RANKS, RubricCheck
from tests.book import the_book
from tests.site.interviews import NOON, WAIT_MS, about, answer, check, score, write_and_score
from tests.site.running import press

pytestmark = pytest.mark.without_python

RUBRICS = [check for check in the_book().checks.values() if isinstance(check, RubricCheck)]
TEXT = "First line.\n\nSecond <b>line</b>, with “marks”."


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.id)
def test_example_written_and_scored_as_its_author_did_gets_its_points(
    rubric: RubricCheck, site_url: str, page: Page
) -> None:
    """Weak, fair and strong come out in this order, each on its side of the threshold, and the page shows all three."""
    page.goto(f"{site_url}{the_book().page_of[rubric.id].url}")
    section = check(page, rubric.id)
    totals = []
    for rank in RANKS:
        scores = rubric.spec.examples.of(rank)
        levels = [scores[criterion.id].level for criterion in rubric.spec.criteria]
        write_and_score(section, rubric.examples[rank], levels)
        totals.append(int(section.locator(".pb-beside tbody tr").last.locator("td").first.inner_text()))
        passes = rubric.total(rank) >= rubric.spec.pass_at
        expect(section).to_have_attribute("data-verdict", "passed" if passes else "failed")
        expect(section.get_by_role("status")).to_contain_text("by your own score")
    assert totals == sorted(set(totals)) == [rubric.total(rank) for rank in RANKS]
    assert section.locator("[data-example]").count() == 3


def test_what_is_typed_scored_and_timed_survives_a_reload(interviews_url: str, page: Page) -> None:
    """Leaving at any moment loses neither a letter nor a point, and the clock went on."""
    page.clock.install(time=NOON)
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    press(section, "Start the clock: 20 minutes")
    answer(section).fill(TEXT)
    press(section, "Check")
    score(section, [1, 0])
    press(section, "Let the clock run on")
    page.clock.fast_forward("07:00")
    page.reload()
    section = check(page, "plan")
    expect(answer(section)).to_have_value(TEXT)
    expect(section.get_by_role("radio", checked=True)).to_have_count(2)
    expect(section.get_by_role("timer")).to_have_text(about(13, "left"))


def test_clock_set_back_gives_no_time(interviews_url: str, page: Page) -> None:
    """Neither on the page nor over a reload: the count goes on from where it was."""
    page.clock.install(time=NOON)
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    press(section, "Start the clock: 20 minutes")
    page.clock.fast_forward("05:00")
    expect(section.get_by_role("timer")).to_have_text(about(15, "left"))
    page.clock.set_system_time("2026-11-21T09:00:00")
    page.clock.run_for(2_000)  # The page has looked at its clock.
    page.clock.fast_forward("02:00")
    expect(section.get_by_role("timer")).to_have_text(about(13, "left"))
    page.reload()
    page.clock.fast_forward("02:00")
    expect(check(page, "plan").get_by_role("timer")).to_have_text(about(11, "left"))


def test_clock_can_be_extended_is_told_of_and_ends_nothing(interviews_url: str, page: Page) -> None:
    """Time to write is the reader's (WCAG 2.2.1): more of it, none of it, or overtime."""
    page.clock.install(time=NOON)
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    timer, status = section.get_by_role("timer"), section.get_by_role("status")
    press(section, "Start the clock: 20 minutes")
    press(section, "+5 minutes")
    expect(timer).to_have_text(about(25, "left"))
    page.clock.fast_forward("20:00")
    expect(status).to_have_text("Five minutes left.")
    page.clock.fast_forward("06:00")
    expect(status).to_contain_text("Time is up.")
    expect(timer).to_have_text(about(1, "over"))
    answer(section).fill(TEXT)
    press(section, "Switch the clock off")
    expect(timer).to_have_count(0)
    write_and_score(section, TEXT, [1, 2])
    expect(section).to_have_attribute("data-verdict", "passed")


def test_whole_way_by_keyboard(interviews_url: str, page: Page) -> None:
    """Start, write, check, score and add up without a pointer, the focus led to what comes next."""
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    section.get_by_role("button", name="Start the clock").focus()
    page.keyboard.press("Enter")
    expect(section.get_by_role("button", name="+5 minutes")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(answer(section)).to_be_focused()
    page.keyboard.type("The cache.")
    page.keyboard.press("Tab")
    expect(section.get_by_role("button", name="Check", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    radios = section.get_by_role("radio")
    expect(radios.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=WAIT_MS)
    expect(section.get_by_role("status")).to_have_text("Passed by your own score: 3 of 3 points; 2 are asked for.")


def test_criteria_come_after_the_text_and_each_wants_a_score(interviews_url: str, page: Page) -> None:
    """Nobody writes to please the list, and a verdict needs all of it."""
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    expect(section.locator("fieldset").first).to_be_hidden()
    press(section, "Check")
    expect(section.get_by_role("status")).to_contain_text("Write your answer first")
    expect(answer(section)).to_be_focused()
    answer(section).fill("A plan.")
    press(section, "Check")
    expect(section.get_by_role("status")).to_contain_text("2 of 2 to go")
    section.locator("fieldset").first.get_by_role("radio").first.check()
    press(section, "Check")
    expect(section.get_by_role("status")).to_contain_text("1 of 2 to go")
    assert section.get_attribute("data-verdict") is None


def test_reset_can_be_undone(interviews_url: str, page: Page) -> None:
    """Text, scores and clock go and come back together; a reload after Reset finds nothing."""
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    write_and_score(section, TEXT, [1, 1])
    press(section, "Reset")
    expect(answer(section)).to_have_value("")
    press(section, "Undo reset")
    expect(answer(section)).to_have_value(TEXT)
    expect(section.get_by_role("radio", checked=True)).to_have_count(2)
    press(section, "Reset")
    page.reload()
    section = check(page, "plan")
    expect(answer(section)).to_have_value("")


def test_model_answers_before_writing_are_asked_for_twice(interviews_url: str, page: Page) -> None:
    """Solution shows them, after a question, to whoever hasn't scored a text."""
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    press(section, "Solution")
    expect(section.get_by_role("button", name="Keep trying")).to_be_focused()
    press(section, "Yes, show it")
    expect(section.locator("[data-example]")).to_have_count(3)


@pytest.mark.parametrize("width", [390, 320])
def test_scored_answer_fits_a_phone(width: int, interviews_url: str, page: Page) -> None:
    """The table of points too: nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{interviews_url}writing/")
    section = check(page, "plan")
    write_and_score(section, TEXT, [0, 0])
    expect(section.locator(".pb-beside")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
