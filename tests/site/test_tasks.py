"""Figures, orders, matches, classes and placements, played as a reader would; see test_each_task, too."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site import tasks
from tests.site.offline_helpers import until
from tests.site.tasks import (
    Task,
    answer_of,
    button,
    chapter_of,
    items,
    opened,
    order_of,
    plain,
    press_check,
    shown,
    solve,
)

pytestmark = pytest.mark.without_python

TASKS = tasks.tasks()
ONE_OF_EACH = list({check.spec.kind: check for check in TASKS}.values())
each_kind = pytest.mark.parametrize("check", ONE_OF_EACH, ids=lambda check: check.spec.kind)


def test_the_book_has_every_kind() -> None:
    """The tests below go through all five."""
    assert {check.spec.kind for check in TASKS} == {"number", "order", "match", "classify", "placement"}


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
    page.goto(site_url + chapter_of(check.id).url)
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
