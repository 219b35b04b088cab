"""What a reader does with figures, orders, matches, classes and placements, in a browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from prepbook.book import Chapter
from prepbook.kinds.classify import ClassifyCheck
from prepbook.kinds.match import MatchCheck
from prepbook.kinds.number import NumberCheck
from prepbook.kinds.order import OrderCheck
from prepbook.kinds.placement import SILENT, PlacementCheck
from prepbook.kinds.placement_spec import Answers
from tests.book import the_book

SLOW_MS = 30_000
Task = NumberCheck | OrderCheck | MatchCheck | ClassifyCheck | PlacementCheck


def tasks() -> list[Task]:
    """Return the book's checks that are all data, quizzes aside, in order of id."""
    checks = [the_book().checks[id] for id in sorted(the_book().checks)]
    return [check for check in checks if isinstance(check, Task)]


def chapter_of(id: str) -> Chapter:
    """Return the chapter that a check stands in."""
    return next(chapter for chapter, ref in the_book().places("check") if ref.target == id)


def opened(page: Page, site_url: str, id: str) -> Locator:
    """Return the section of a check, on its page, alive; a page that is open there already stays as it is."""
    chapter = chapter_of(id)
    if page.url.partition("#")[0] != f"{site_url}{chapter.url}":
        page.goto(f"{site_url}{chapter.url}")
    section = page.locator(f'[data-check="{id}"]')
    expect(button(section, "Check")).to_be_visible(timeout=SLOW_MS)
    return section


def button(section: Locator, name: str) -> Locator:
    """Return one of the buttons below a task."""
    return section.get_by_role("button", name=name, exact=True)


def items(section: Locator) -> Locator:
    """Return a task's items, in the order they stand in at the moment."""
    return section.locator("[data-item]")


def press_check(section: Locator, verdict: str) -> str:
    """Press Check and wait for a verdict; return what is announced."""
    button(section, "Check").click()
    section.page.mouse.move(0, 0)  # what comes may come below it, and a claim there would open its note
    expect(section).to_have_attribute("data-verdict", verdict, timeout=SLOW_MS)
    expect(section).to_have_attribute("data-state", "done", timeout=SLOW_MS)
    return section.get_by_role("status").inner_text()


def order_of(section: Locator) -> list[str]:
    """Return the items' texts from top to bottom."""
    texts: list[str] = section.locator(".pb-order > li > .pb-item-text").all_inner_texts()
    return texts


def plain(text: str) -> str:
    """Return Markdown as a reader sees it: without marks, claims and line breaks."""
    bare = re.sub(r"\s*\[@[^\]]*\]|[*_`]", "", text)
    return re.sub(r"\s+", " ", bare).strip()


def shown(text: str) -> str:
    """Return what a page shows, in the same form: without the names of claims."""
    return re.sub(r"\s+", " ", re.sub(r"\s*\b[ABX]\d+(, [ABX]\d+)*\b(?![\w.]*\d)", "", text)).strip()


def solve_number(check: NumberCheck, section: Locator) -> None:
    """Write the right figures."""
    for number, part in enumerate(check.spec.parts):
        items(section).nth(number).get_by_role("textbox").fill(f"{part.answers[0]:g}")


def solve_order(check: OrderCheck, section: Locator) -> None:
    """Bring the items into order with the buttons: each in turn goes up until it's in its place."""
    for place, item in enumerate(check.spec.items):
        row = section.locator(".pb-order > li", has=section.page.get_by_text(plain(item.text), exact=True))
        while order_of(section).index(plain(item.text)) > place:
            row.get_by_role("button", name="Move up:").click()


def solve_match(check: MatchCheck, section: Locator) -> None:
    """Choose the right thing for each item from its menu."""
    for number, item in enumerate(check.spec.items):
        items(section).nth(number).get_by_role("combobox").select_option(item.answer)


def solve_classify(check: ClassifyCheck, section: Locator) -> None:
    """Press the button of the right class for each item."""
    for number, item in enumerate(check.spec.items):
        name = check.spec.classes[item.answer]
        items(section).nth(number).get_by_role("radio", name=name, exact=True).check()


def first_answers(check: PlacementCheck) -> Answers:
    """Return the first option of each question."""
    return {question.id: next(iter(question.options)) for question in check.spec.questions}


def answer_placement(section: Locator, answers: Answers) -> None:
    """Answer the questions about oneself."""
    for question, option in answers.items():
        section.locator(f'[data-question="{question}"] input[value="{option}"]').check()


def predict_placement(check: PlacementCheck, section: Locator, answers: Answers) -> None:
    """Predict rightly what each document names for some answers."""
    for number, document in enumerate(check.spec.documents):
        level = document.place(answers)
        items(section).nth(number).get_by_role("combobox").select_option(level.id if level else SILENT)


def solve_placement(check: PlacementCheck, section: Locator) -> None:
    """Answer each question with its first option, and predict rightly."""
    answer_placement(section, first_answers(check))
    predict_placement(check, section, first_answers(check))


def solve(check: Task, section: Locator) -> None:
    """Answer a task rightly, with the mouse."""
    solvers: dict[str, Callable[[Task, Locator], None]] = {
        "number": solve_number,  # type: ignore[dict-item]
        "order": solve_order,  # type: ignore[dict-item]
        "match": solve_match,  # type: ignore[dict-item]
        "classify": solve_classify,  # type: ignore[dict-item]
        "placement": solve_placement,  # type: ignore[dict-item]
    }
    solvers[check.spec.kind](check, section)


# What is answered at the moment, whatever the kind: a function of the section.
ANSWER = """section => [...section.querySelectorAll("[data-item]")].map(item =>
    item.querySelector("select")?.value ?? item.querySelector("input:checked")?.value
    ?? item.querySelector("input[type=text]")?.value ?? item.querySelector(".pb-item-text")?.innerText ?? "")"""


def answer_of(section: Locator) -> list[str]:
    """Return what is answered at the moment, item by item."""
    answer: list[str] = section.evaluate(ANSWER)
    return answer
