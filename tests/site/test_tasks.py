"""Figures, orders, matches, classes and placements, played as a reader would."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from prepbook.kinds.assignment import AssignmentSpec
from prepbook.kinds.number import NumberCheck
from tests.book import the_book
from tests.site import tasks
from tests.site.offline_helpers import until
from tests.site.tasks import Task, answer_of, button, items, opened, order_of, plain, press_check, shown, solve

pytestmark = pytest.mark.without_python

TASKS = tasks.tasks()
ONE_OF_EACH = list({check.spec.kind: check for check in TASKS}.values())
each_task = pytest.mark.parametrize("check", TASKS, ids=lambda check: check.id)
each_kind = pytest.mark.parametrize("check", ONE_OF_EACH, ids=lambda check: check.spec.kind)


def test_the_book_has_every_kind() -> None:
    """The tests below go through all five."""
    assert {check.spec.kind for check in TASKS} == {"number", "order", "match", "classify", "placement"}


@each_task
def test_right_answer_passes_and_is_announced_once(check: Task, site_url: str, page: Page) -> None:
    """Every item is marked right, in words, and one status line says so."""
    section = opened(page, site_url, check.id)
    solve(check, section)
    assert press_check(section, "passed").startswith("Correct: all ")
    expect(section.get_by_role("status")).to_have_count(1)
    expect(section.locator('.pb-option-feedback[data-outcome="right"]')).to_have_count(items(section).count())


def likely_figures() -> Iterator[tuple[NumberCheck, int, str, str]]:
    """Yield check, part, a likely wrong figure and its feedback."""
    for check in TASKS:
        if isinstance(check, NumberCheck):
            for number, part in enumerate(check.spec.parts):
                for likely in part.likely:
                    yield check, number, f"{likely.value:.10g}", likely.feedback


@pytest.mark.parametrize(
    ("check", "part", "figure", "feedback"),
    list(likely_figures()),
    ids=[f"{check.id}-{part}-{figure}" for check, part, figure, _ in likely_figures()],
)
def test_likely_figure_gets_its_own_feedback(
    check: NumberCheck, part: int, figure: str, feedback: str, site_url: str, kept_page: Page
) -> None:
    """The mistake behind a wrong figure is named as its author named it."""
    section = opened(kept_page, site_url, check.id)
    button(section, "Reset").click()
    items(section).nth(part).get_by_role("textbox").fill(figure)
    press_check(section, "failed")
    said = items(section).nth(part).locator(".pb-option-feedback")
    assert shown(said.inner_text()) == f"Not right. {plain(feedback)}"


def wrong_choices() -> Iterator[tuple[Task, int, str, str]]:
    """Yield check, item, a wrong choice and its feedback."""
    for check in TASKS:
        if isinstance(check.spec, AssignmentSpec):
            choices = check.spec.classes if check.spec.kind == "classify" else check.spec.choices
            for number, item in enumerate(check.spec.items):
                for key in choices:
                    if key != item.answer:
                        yield check, number, key, item.wrong.get(key, item.otherwise)


@pytest.mark.parametrize(
    "check", [check for check in TASKS if isinstance(check.spec, AssignmentSpec)], ids=lambda check: check.id
)
def test_every_wrong_choice_gets_its_own_feedback(check: Task, site_url: str, page: Page) -> None:
    """Whatever is chosen for an item, the page says why it isn't that."""
    section = opened(page, site_url, check.id)
    solve(check, section)
    for _, number, key, feedback in [case for case in wrong_choices() if case[0] is check]:
        before = answer_of(section)
        choose(items(section).nth(number), key)
        press_check(section, "failed")
        said = items(section).nth(number).locator(".pb-option-feedback").inner_text()
        assert shown(said) == f"Not right. {plain(feedback)}"
        choose(items(section).nth(number), before[number])


def choose(item: Locator, key: str) -> None:
    """Choose by key, from a menu or with a button."""
    if item.get_by_role("combobox").count():
        item.get_by_role("combobox").select_option(key)
    else:
        item.locator(f'input[value="{key}"]').check()


@each_kind
def test_reload_keeps_the_answer_and_reset_forgets_it(check: Task, site_url: str, page: Page) -> None:
    """What was answered is there again, and passes; after Reset the start is."""
    section = opened(page, site_url, check.id)
    start = answer_of(section)
    solve(check, section)
    answered = answer_of(section)
    assert answered != start
    page.reload()
    until(page, lambda: answer_of(section) == answered)
    press_check(section, "passed")
    button(section, "Reset").click()
    assert answer_of(section) == start
    expect(section).not_to_have_attribute("data-verdict", "passed")
    expect(section.locator(".pb-option-feedback")).to_have_count(0)
    page.reload()
    expect(button(section, "Check")).to_be_visible()
    assert answer_of(section) == start


@each_task
def test_hints_come_one_by_one_with_their_number(check: Task, site_url: str, page: Page) -> None:
    """The ladder says how long it is, ends, and doesn't hold the solution."""
    section = opened(page, site_url, check.id)
    total = len(check.spec.hints)
    assert total >= 2
    for number, hint in enumerate(check.spec.hints, 1):
        button(section, "Hint").click()
        card = section.locator(".pb-hints .pb-card").nth(number - 1)
        expect(card).to_contain_text(f"Hint {number} of {total}")
        assert plain(hint) in shown(card.inner_text())
    expect(button(section, "Hint")).to_have_attribute("aria-disabled", "true")
    expect(section.locator(".pb-solution")).to_be_hidden()


@each_kind
def test_solution_asks_before_an_attempt_only(check: Task, site_url: str, page: Page) -> None:
    """Before one it asks, and can be sent away; after one it is there at once, with each item's answer."""
    section = opened(page, site_url, check.id)
    button(section, "Solution").click()
    button(section, "Keep trying").click()
    expect(section.locator(".pb-solution")).to_be_hidden()
    solve(check, section)
    press_check(section, "passed")
    button(section, "Solution").click()
    expect(section.locator(".pb-solution")).to_contain_text("Solution")
    expect(section.locator(".pb-solution .pb-right")).not_to_have_count(0)
    first = plain(check.spec.solution.split("\n\n")[-1])[:40]
    assert first in shown(section.locator(".pb-solution").inner_text())


@each_kind
def test_feedback_on_an_item_goes_when_it_is_answered_anew(check: Task, site_url: str, page: Page) -> None:
    """A mark never stands beside an answer that it wasn't given for; the other items keep theirs."""
    section = opened(page, site_url, check.id)
    solve(check, section)
    press_check(section, "passed")
    total = items(section).count()
    expect(section.locator(".pb-option-feedback")).to_have_count(total)
    change_first(section)
    expect(section.locator(".pb-option-feedback")).to_have_count(total - 1)


def change_first(section: Locator) -> None:
    """Answer the first item otherwise, whatever the kind."""
    first = items(section).first
    if first.get_by_role("textbox").count():
        first.get_by_role("textbox").fill("1")
    elif first.get_by_role("combobox").count():
        first.get_by_role("combobox").select_option(index=0)
    elif first.get_by_role("radio").count():
        first.locator("input:not(:checked)").first.check()
    else:
        first.get_by_role("button", name="Move down:").click()


@pytest.mark.parametrize(
    "check", [check for check in ONE_OF_EACH if check.spec.kind != "order"], ids=lambda check: check.id
)
def test_nothing_answered_is_no_attempt(check: Task, site_url: str, page: Page) -> None:
    """Check says what is missing and gives no verdict."""
    section = opened(page, site_url, check.id)
    button(section, "Check").click()
    expect(section.get_by_role("status")).to_contain_text("first")
    assert section.get_attribute("data-verdict") is None


def test_figure_says_how_it_is_read_and_what_cannot_be(site_url: str, page: Page) -> None:
    """A comma is read aloud, so to speak; what is no number is named, gets the focus and gives no verdict."""
    section = opened(page, site_url, "kv-cache-figures")
    box = items(section).first.get_by_role("textbox")
    box.fill("196,608 bytes")
    expect(items(section).first).to_contain_text("Read as 196,608.")
    box.fill("192 KiB")
    expect(box).to_have_attribute("aria-invalid", "true")
    box.press("Enter")
    expect(section.get_by_role("status")).to_contain_text("“192 KiB” can't be read as a number")
    expect(box).to_be_focused()
    assert section.get_attribute("data-verdict") is None
    box.fill("192")
    box.press("Enter")
    expect(section).to_have_attribute("data-verdict", "failed")
    expect(items(section).first).to_contain_text("Too low by a factor of 1,024")
    expect(items(section).nth(1)).to_contain_text("Still empty.")


@each_task
def test_task_fits_a_phone_with_all_feedback_open(check: Task, site_url: str, browser: Browser) -> None:
    """At 390 and 320 px nothing scrolls sideways, and every target is at least 24 px."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    section = opened(page, site_url, check.id)
    solve(check, section)
    press_check(section, "passed")
    button(section, "Hint").click()
    button(section, "Solution").click()
    expect(section.locator(".pb-solution .pb-card")).to_be_visible()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = section.evaluate(
        """section => [...section.querySelectorAll("button, select, input[type=text], .pb-option")]
            .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    )
    assert small == []
    page.close()


@each_kind
def test_task_prints_without_its_buttons(check: Task, site_url: str, page: Page) -> None:
    """On paper the items and answers stay, what one presses goes."""
    section = opened(page, site_url, check.id)
    solve(check, section)
    page.emulate_media(media="print")
    expect(items(section).first).to_be_visible()
    expect(section.get_by_role("button", name="Check", exact=True)).to_be_hidden()
    for each in section.get_by_role("button", name="Move").all():
        expect(each).to_be_hidden()


@each_kind
def test_task_is_complete_without_javascript(check: Task, site_url: str, browser: Browser) -> None:
    """Every item stands on the page, and how to go on without scripts; an order has blanks to number."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    chapter = next(chapter for chapter, ref in the_book().places("check") if ref.target == check.id)
    page.goto(site_url + chapter.url)
    section = page.locator(f'[data-check="{check.id}"]')
    spec = check.spec
    parts = {"number": "parts", "placement": "documents"}.get(spec.kind, "items")
    assert items(section).count() == len(getattr(spec, parts))
    expect(section.locator(".pb-noscript")).to_contain_text("JavaScript")
    assert section.locator(".pb-blank").count() == (items(section).count() if spec.kind == "order" else 0)
    assert section.locator(":enabled:is(input, select)").count() == 0
    context.close()


def test_titles_of_tasks_are_found_by_search(site_url: str, page: Page) -> None:
    """The search index has each check's title as a heading of its page."""
    index = page.request.get(f"{site_url}search/search_index.json").json()
    titles = {entry["title"] for entry in index["docs"]}
    assert {check.spec.title for check in TASKS} <= titles


def test_task_lives_on_through_navigation_and_back(site_url: str, page: Page) -> None:
    """Instant navigation leaves and returns: the answer is there, and is judged."""
    section = opened(page, site_url, "interview-rounds")
    button_up = items(section).nth(1).get_by_role("button", name="Move up:")
    button_up.click()
    order = order_of(section)
    page.get_by_role("link", name="Operations and data").first.click()
    expect(page.locator("h1")).to_contain_text("operations")
    page.go_back()
    expect(section.locator(".pb-order > li").first).to_contain_text(order[0])
    assert order_of(section) == order
    press_check(section, "failed")
