"""A placement as its reader meets it: answers that nobody judges, predictions, each document's own answer."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from prepbook.kinds.placement import PlacementCheck
from tests.book import the_book
from tests.site.tasks import (
    answer_placement,
    button,
    first_answers,
    items,
    opened,
    plain,
    predict_placement,
    press_check,
    shown,
    solve_placement,
)

pytestmark = pytest.mark.without_python

FINDER = "level-finder"
# What the check's own text calls the example, and what that text says each document makes of it.
EXAMPLE = {
    "owns": "line",
    "people": "mentor",
    "proof": "result",
    "research": "define",
    "hands": "self",
    "outside": "talk",
}
NAMED = ["Senior PM", "PM2 or PM3", "Senior PM", "L4", "Doesn't say"]


def finder() -> PlacementCheck:
    """Return the book's placement."""
    check = the_book().checks[FINDER]
    assert isinstance(check, PlacementCheck)
    return check


def said(section: Locator, number: int) -> Locator:
    """Return what is said under a document."""
    return items(section).nth(number).locator(".pb-option-feedback")


def rows(section: Locator) -> list[list[str]]:
    """Return the documents side by side: title, prediction, what it names."""
    lines = section.locator(".pb-placements tbody tr").all()
    return [line.locator("th, td").all_inner_texts() for line in lines]


def test_each_document_gives_its_own_answer_beside_the_prediction(site_url: str, page: Page) -> None:
    """All of them stand side by side; which are right is a matter of the predictions alone."""
    section = opened(page, site_url, FINDER)
    answer_placement(section, EXAMPLE)
    predict_placement(finder(), section, EXAMPLE)
    items(section).nth(2).get_by_role("combobox").select_option("director")
    assert press_check(section, "failed").startswith("Not yet: 4 of 5 predictions right.")
    titles = [document.title for document in finder().spec.documents]
    predicted = [*NAMED[:2], "Director", *NAMED[3:]]
    assert rows(section) == [list(row) for row in zip(titles, predicted, NAMED, strict=True)]
    expect(items(section).nth(2)).to_have_attribute("data-outcome", "wrong")
    expect(items(section).nth(0)).to_have_attribute("data-outcome", "right")


def test_document_says_why_what_led_there_and_what_its_next_level_asks_for(site_url: str, page: Page) -> None:
    """In the reader's own answers, with the author's words and claims."""
    section = opened(page, site_url, FINDER)
    answer_placement(section, EXAMPLE)
    predict_placement(finder(), section, EXAMPLE)
    press_check(section, "passed")
    path = finder().spec.documents[2]
    text = shown(said(section, 2).inner_text())
    assert text.startswith("Right. It names: Senior PM.")
    assert plain(path.levels[2].why) in text
    led, lacked = said(section, 2).locator("ul").all()
    assert led.locator("li").all_inner_texts() == [line_of("owns"), line_of("people"), line_of("outside")]
    assert [text.partition("? ")[0] for text in lacked.locator("li").all_inner_texts()] == [
        "What is the largest thing whose direction you decide",
        "Whom do you lead",
    ]
    expect(said(section, 3)).to_contain_text("It describes no level above this one.")
    expect(said(section, 2).locator(".pb-cite").first).to_be_visible()


def line_of(id: str) -> str:
    """Return a question of the example with its answer."""
    question = next(question for question in finder().spec.questions if question.id == id)
    return f"{question.text} {question.options[EXAMPLE[id]]}"


def test_no_single_level_is_ever_the_verdict(site_url: str, page: Page) -> None:
    """The announced line counts predictions and names no level; nothing on the page adds the documents up."""
    section = opened(page, site_url, FINDER)
    solve_placement(finder(), section)
    announced = press_check(section, "passed")
    names = {level.name for document in finder().spec.documents for level in document.levels}
    assert [name for name in names if name in announced] == []
    assert "your level is" not in section.inner_text().lower()
    assert section.locator(".pb-placements tbody tr").count() == len(finder().spec.documents)


@pytest.mark.parametrize(
    ("changed", "shown_here"),
    [({}, False), ({"outside": "inside"}, True)],
    ids=["both ladders say Senior PM", "one says PM"],
)
def test_why_documents_part_is_told_where_they_do(
    changed: dict[str, Any], shown_here: bool, site_url: str, page: Page
) -> None:
    """The text on the two ladders comes with answers on which they part, and only then."""
    section = opened(page, site_url, FINDER)
    answers = {**EXAMPLE, **changed}
    answer_placement(section, answers)
    predict_placement(finder(), section, answers)
    press_check(section, "passed")
    expect(section.get_by_text("Two ladders in one article")).to_have_count(int(shown_here))
    expect(section.get_by_text("Three ways of counting, no table between them")).to_be_visible()


def test_another_answer_about_oneself_takes_back_all_that_rested_on_it(site_url: str, page: Page) -> None:
    """Marks, verdict and table go; the predictions stay to be thought over, and can be checked anew."""
    section = opened(page, site_url, FINDER)
    solve_placement(finder(), section)
    press_check(section, "passed")
    answer_placement(section, {"owns": "years"})
    assert section.get_attribute("data-verdict") is None
    expect(section).to_have_attribute("data-state", "idle")
    expect(section.locator(".pb-option-feedback, .pb-placements")).to_have_count(0)
    predict_placement(finder(), section, {**first_answers(finder()), "owns": "years"})
    press_check(section, "passed")


def test_unanswered_questions_and_predictions_are_counted(site_url: str, page: Page) -> None:
    """Both are needed; what is missing is said as one number."""
    section = opened(page, site_url, FINDER)
    answer_placement(section, first_answers(finder()))
    items(section).first.get_by_role("combobox").select_option("apm")
    button(section, "Check").click()
    expect(section.get_by_role("status")).to_contain_text("4 to go")
    assert section.get_attribute("data-verdict") is None


def test_answers_about_oneself_survive_a_reload(site_url: str, page: Page) -> None:
    """They are kept with the predictions, in this browser, until Reset."""
    section = opened(page, site_url, FINDER)
    answer_placement(section, EXAMPLE)
    predict_placement(finder(), section, EXAMPLE)
    page.reload()
    section = opened(page, site_url, FINDER)
    for question, option in EXAMPLE.items():
        expect(section.locator(f'[data-question="{question}"] input[value="{option}"]')).to_be_checked()
    press_check(section, "passed")
    button(section, "Reset").click()
    expect(section.get_by_role("radio", checked=True)).to_have_count(0)


def test_placement_is_made_by_keyboard_with_names_for_who_hears_it(site_url: str, page: Page) -> None:
    """Space answers, Tab goes on, typing a name's first word predicts, Enter checks; groups and menus are named."""
    section = opened(page, site_url, FINDER)
    expect(section.get_by_role("group", name="Whom do you lead?")).to_have_count(1)
    expect(section.get_by_role("combobox", name="Article A: L-numbers and pay")).to_have_count(1)
    section.get_by_role("radio").first.focus()
    for question in finder().spec.questions:
        page.keyboard.press("Space")
        expect(section.locator(f'[data-question="{question.id}"] input').first).to_be_checked()
        page.keyboard.press("Tab")
    for document in finder().spec.documents:
        level = document.place(first_answers(finder()))
        menu = section.get_by_role("combobox", name=document.title)
        tab_to(menu)
        page.keyboard.type((level.name if level else "Doesn't say").partition(" ")[0])
        expect(menu).to_have_value(level.id if level else "?")
    page.keyboard.press("Tab")
    expect(button(section, "Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed")


def tab_to(menu: Locator) -> None:
    """Press Tab until a menu has the focus: the citations before it are stops too."""
    for _ in range(12):
        if menu.evaluate("menu => menu === document.activeElement"):
            return
        menu.page.keyboard.press("Tab")
    expect(menu).to_be_focused()


def test_solution_shows_what_every_level_asks_for(site_url: str, page: Page) -> None:
    """Before any answer too: each document's levels, from the lowest, and what it names once there are answers."""
    section = opened(page, site_url, FINDER)
    button(section, "Solution").click()
    button(section, "Yes, show it").click()
    parts = section.locator(".pb-solution .pb-right")
    for number, document in enumerate(finder().spec.documents):
        names = parts.nth(number).locator("ul > li > strong").all_inner_texts()
        assert names == [level.name for level in document.levels]
        expect(parts.nth(number)).not_to_contain_text("It names")
    answer_placement(section, EXAMPLE)
    button(section, "Solution").click()
    button(section, "Yes, show it").click()
    expect(parts.first).to_contain_text("It names: Senior PM.")
