"""Every figure, order, match, class and placement of the book, answered rightly, wrongly and on a phone.

All tests of a task come together, and all tasks of a chapter, on one visit of one reader: see `check`.
"""

from collections.abc import Iterator
from itertools import zip_longest

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from prepbook.kinds.assignment import AssignmentSpec
from prepbook.kinds.number import NumberCheck
from prepbook.kinds.order import OrderCheck
from prepbook.kinds.placement import PlacementCheck
from tests.conftest import SAVING_DATA, WITHOUT_EXTRAS, WITHOUT_SEARCH
from tests.site.tasks import (
    Task,
    answer_of,
    button,
    chapter_of,
    items,
    opened,
    plain,
    press_check,
    shown,
    solve,
    tasks,
)

TASKS = sorted(tasks(), key=lambda task: chapter_of(task.id).url)


@pytest.fixture(scope="module", params=TASKS, ids=lambda check: check.id)
def check(request: pytest.FixtureRequest) -> Task:
    """Return one task after the other."""
    found: Task = request.param
    return found


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Page]:
    """Return a page that stays open over all tests, of a reader who runs no program."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    context.add_init_script(WITHOUT_SEARCH)
    context.add_init_script(SAVING_DATA)
    yield context.new_page()
    context.close()


def test_hints_come_one_by_one_with_their_number(check: Task, site_url: str, visit: Page) -> None:
    """The ladder says how long it is, ends, and doesn't hold the solution."""
    if visit.locator(f'[data-check="{check.id}"] .pb-hints .pb-card').count():
        visit.reload()  # as a second try finds them
    section = opened(visit, site_url, check.id)
    total = len(check.spec.hints)
    assert total >= 2
    for number, hint in enumerate(check.spec.hints, 1):
        button(section, "Hint").click()
        card = section.locator(".pb-hints .pb-card").nth(number - 1)
        expect(card).to_contain_text(f"Hint {number} of {total}")
        assert plain(hint) in shown(card.inner_text())
    expect(button(section, "Hint")).to_have_attribute("aria-disabled", "true")
    expect(section.locator(".pb-solution")).to_be_hidden()


def test_right_answer_passes_and_is_announced_once(check: Task, site_url: str, visit: Page) -> None:
    """Every item is marked right, in words, and one status line says so."""
    section = opened(visit, site_url, check.id)
    button(section, "Reset").click()
    solve(check, section)
    assert press_check(section, "passed").startswith("Correct: all ")
    expect(section.get_by_role("status")).to_have_count(1)
    expect(section.locator('.pb-option-feedback[data-outcome="right"]')).to_have_count(items(section).count())


def test_every_wrong_choice_gets_its_own_feedback(check: Task, site_url: str, visit: Page) -> None:
    """Whatever is chosen for an item, or written that its author foresaw, the page says why it isn't that."""
    section = opened(visit, site_url, check.id)
    button(section, "Reset").click()
    solve(check, section)
    if isinstance(check, OrderCheck | PlacementCheck):  # which don't foresee single choices
        spoil(items(section).first)
        press_check(section, "failed")
        expect(section.locator('.pb-option-feedback[data-outcome="wrong"]')).not_to_have_count(0)
        return
    rounds = list(zip_longest(*wrong_choices(check)))
    assert rounds
    right = answer_of(section)
    for choices in rounds:
        chosen = {number: choice for number, choice in enumerate(choices) if choice}
        for number, before in enumerate(right):
            wrong, _ = chosen.get(number, (before, ""))
            choose(items(section).nth(number), wrong)
        press_check(section, "failed")
        said = section.evaluate(FEEDBACK)
        assert {number: shown(said[number]) for number in chosen} == {
            number: f"Not right. {plain(feedback)}" for number, (_, feedback) in chosen.items()
        }


# What is said of each item: a function of the section.
FEEDBACK = """section => [...section.querySelectorAll("[data-item]")].map(item =>
    item.querySelector(".pb-option-feedback")?.innerText ?? "")"""


def wrong_choices(check: Task) -> list[list[tuple[str, str]]]:
    """Return for each item its wrong choices, or the likely wrong figures, each with its feedback."""
    if isinstance(check, NumberCheck):
        return [[(f"{likely.value:.10g}", likely.feedback) for likely in part.likely] for part in check.spec.parts]
    if isinstance(check.spec, AssignmentSpec):
        choices = check.spec.classes if check.spec.kind == "classify" else check.spec.choices
        return [
            [(key, item.wrong.get(key, item.otherwise)) for key in choices if key != item.answer]
            for item in check.spec.items
        ]
    return []


def choose(item: Locator, answer: str) -> None:
    """Write a figure, or choose by key, from a menu or with a button."""
    if item.get_by_role("combobox").count():
        item.get_by_role("combobox").select_option(answer)
    elif item.get_by_role("textbox").count():
        item.get_by_role("textbox").fill(answer)
    else:
        item.locator(f'input[value="{answer}"]').check()


def spoil(item: Locator) -> None:
    """Answer an item that is right otherwise."""
    if item.get_by_role("combobox").count():
        item.locator("option:not(:checked):not([value=''])").first.evaluate("option => { option.selected = true }")
        item.get_by_role("combobox").dispatch_event("change")
    else:
        item.get_by_role("button", name="Move down:").click()


def test_task_fits_a_phone_with_all_feedback_open(check: Task, site_url: str, visit: Page) -> None:
    """At 390 and 320 px nothing scrolls sideways, and every target is at least 24 px."""
    section = opened(visit, site_url, check.id)
    solve(check, section)
    press_check(section, "passed")
    for _ in range(section.locator(".pb-hints .pb-card").count(), len(check.spec.hints)):
        button(section, "Hint").click()
    expect(section.locator(".pb-hints .pb-card")).to_have_count(len(check.spec.hints))
    button(section, "Solution").click()
    expect(section.locator(".pb-solution .pb-card")).to_be_visible()
    wide = visit.viewport_size
    assert wide
    for width in (390, 320):
        visit.set_viewport_size({"width": width, "height": 800})
        assert visit.evaluate("document.documentElement.scrollWidth") <= width
    small = section.evaluate(
        """section => [...section.querySelectorAll("button, select, input[type=text], .pb-option")]
            .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    )
    visit.set_viewport_size(wide)
    assert small == []
