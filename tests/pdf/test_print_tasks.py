"""Figures, orders, matches, classes and placements on paper: blanks on the page, answers at the back."""

import pytest
from bs4 import BeautifulSoup

from prepbook.book import Check
from prepbook.pdf.elements import PrintElements
from prepbook.validate import Proven
from tests.book import the_book

# kind: what a reader writes into, and how many of them a check has
BLANKS = {
    "number": ".pb-line-blank",
    "order": ".pb-box",
    "match": ".pb-box",
    "classify": ".pb-box-one",
    "placement": ".pb-blank",
}
PARTS = {"number": "parts", "placement": "documents"}  # else: items
TASKS = [check for check in the_book().checks.values() if check.spec.kind in BLANKS]


def drawn(check: Check) -> tuple[BeautifulSoup, BeautifulSoup]:
    """Return the worksheet and the answer key of one check."""
    elements = PrintElements(the_book(), Proven(), lambda text: f"<p>{text}</p>")
    elements.begin("practice/")
    sheet = elements.check(check.id)
    key = next(chapter for chapter in elements.appendices(["practice/"]) if chapter.url == "appendix-answers/")
    return BeautifulSoup(sheet, "html.parser"), BeautifulSoup(key.html, "html.parser")


def feedback_on(check: Check) -> list[str]:
    """Return every text that gives something away."""
    if check.spec.kind == "number":
        return [text for part in check.spec.parts for text in (part.right, *(wrong.feedback for wrong in part.likely))]
    if check.spec.kind == "order":
        return [item.feedback for item in check.spec.items]
    if check.spec.kind == "placement":
        levels = [level.why for document in check.spec.documents for level in document.levels]
        silences = [document.silent.why for document in check.spec.documents if document.silent]
        return [*levels, *silences, *(difference.why for difference in check.spec.differences)]
    return [text for item in check.spec.items for text in (item.right, item.otherwise, *item.wrong.values()) if text]


@pytest.mark.parametrize("check", TASKS, ids=lambda check: check.id)
def test_worksheet_has_its_blanks_and_no_answers(check: Check) -> None:
    """There's a blank for each item (each class of each item), and nothing that judges."""
    sheet, _ = drawn(check)
    spec = check.spec
    each = len(spec.classes) if spec.kind == "classify" else 1
    total = each * len(getattr(spec, PARTS.get(spec.kind, "items")))
    assert len(sheet.select(BLANKS[spec.kind])) == total
    assert [text for text in [*feedback_on(check), *spec.hints] if text in sheet.get_text()] == []


@pytest.mark.parametrize("check", TASKS, ids=lambda check: check.id)
def test_answer_key_has_hints_all_feedback_and_the_solution(check: Check) -> None:
    """What the site shows after an attempt stands at the back."""
    _, key = drawn(check)
    text = key.get_text()
    assert [part for part in [*check.spec.hints, *feedback_on(check), check.spec.solution] if part not in text] == []


def test_order_stands_solved_in_the_answer_key() -> None:
    """On the sheet the rounds are mixed; at the back they are in order."""
    check = the_book().checks["interview-rounds"]
    sheet, key = drawn(check)
    right = [item.text for item in check.spec.items]
    on_sheet = [line.get_text().strip() for line in sheet.select(".pb-to-number li")]
    at_the_back = [next(line.stripped_strings) for line in key.select("ol.pb-key > li")]
    assert sorted(on_sheet) == sorted(right) != on_sheet
    assert at_the_back == right


def test_answer_key_of_a_placement_has_each_level_with_what_it_asks_for() -> None:
    """A table for each document: its levels from the highest, their questions with the answers that will do."""
    check = the_book().checks["level-finder"]
    sheet, key = drawn(check)
    options = [text for question in check.spec.questions for text in question.options.values()]
    assert len(sheet.select(".pb-question .pb-box-one")) == len(options)
    questions = {question.id: question for question in check.spec.questions}
    for table, document in zip(key.select("table"), check.spec.documents, strict=True):
        rows = table.select("tbody tr")
        levels = list(reversed(document.levels))
        assert [row.select("td")[0].get_text() for row in rows[: len(levels)]] == [level.name for level in levels]
        assert len(rows) == len(levels) + bool(document.silent)
        for row, level in zip(rows, levels, strict=False):
            asked = [" ".join(ask.get_text().split()) for ask in row.select(".pb-ask")]
            assert asked == [
                f"{questions[id].text} {'; or: '.join(questions[id].options[option] for option in wanted)}"
                for id, wanted in level.asks.items()
            ]
