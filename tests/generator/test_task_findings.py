"""Each mistake an author can make in a check that is all data has its message, word for word."""

import json
from pathlib import Path

import pytest

from tests.generator.bookmaker import CHAPTER, build_book, report_of, write_book

TASK = "checks/basics/task/check.yml"
HEAD = "title: A task\npillar: basics\nminutes: 2\nclaims: [A1]\n"
WITH_TASK = CHAPTER + "\n``` check\ntask\n```\n"

NUMBER = f"""kind: number
{HEAD}parts:
  - prompt: How many bytes are in a KiB?
    unit: bytes
    answers: [1024]
    tolerance: 1%
    right: Two to the tenth, as said [@A1].
    likely:
      - value: 1000
        feedback: That's a kB.
      - value: 8192
        feedback: That's bits.
solution: Double 1 ten times.
"""
ORDER = f"""kind: order
{HEAD}hints: [Count.]
items:
  - {{text: One, feedback: The first., misplaced: Before two.}}
  - {{text: Two, feedback: The second., misplaced: After one.}}
  - {{text: Three, feedback: The last., misplaced: After two.}}
"""
MATCH = f"""kind: match
{HEAD}choices: {{two: The number two, four: The number four, nine: The number nine}}
items:
  - {{text: Half of four, answer: two, right: Yes., otherwise: No.}}
  - {{text: Two and two, answer: four, right: Yes., wrong: {{two: Half of it., nine: Too much.}}}}
"""
CLASSIFY = f"""kind: classify
{HEAD}classes: {{even: Even, odd: Odd}}
items:
  - {{text: One, answer: odd, right: Yes., otherwise: No.}}
  - {{text: Two, answer: even, right: Yes., otherwise: No.}}
  - {{text: Three, answer: odd, right: Yes., otherwise: No.}}
"""
KINDS = {"number": NUMBER, "order": ORDER, "match": MATCH, "classify": CLASSIFY}

# name: (check.yml, the findings in it)
MISTAKES: dict[str, tuple[str, list[str]]] = {
    "likely figure that the tolerance accepts": (
        NUMBER.replace("value: 1000", "value: 1020"),
        [
            ":13: parts.0.likely.0.value: expected a wrong figure, found 1020, which the tolerance of the answer 1024 "
            "takes in. Correct the figure, or make a tolerance smaller."
        ],
    ),
    "likely figures that overlap": (
        NUMBER.replace("value: 8192", "value: 985"),
        [
            ":15: parts.0.likely.1.value: expected a figure that can be told from the others, found 985, which "
            "overlaps 1000 of likely.0. Merge the two, or make a tolerance smaller."
        ],
    ),
    "tolerance that is neither amount nor share": (
        NUMBER.replace("1%", "about 1"),
        [
            ":10: parts.0.tolerance: expected an amount such as 0.05, or a share such as 1%, found 'about 1'. "
            "Correct it."
        ],
    ),
    "tolerance below nothing": (
        NUMBER.replace("1%", "-1"),
        [":10: parts.0.tolerance.amount: expected greater than or equal to 0, found -1. Correct it."],
    ),
    "figure that is no number": (
        NUMBER.replace("[1024]", "[many]"),
        [
            ":9: parts.0.answers.0: expected a valid number, unable to parse string as a number, found 'many'. "
            "Correct it."
        ],
    ),
    "figures without a derivation": (
        NUMBER.replace("solution: Double 1 ten times.\n", ""),
        [':1: solution: expected a value, found nothing. Add "solution:".'],
    ),
    "items that read the same": (
        ORDER.replace("text: Three", "text: One"),
        [
            f':{line}: items.{place}.text: expected a text of its own, found "One" again. '
            "Reword it, so that readers can tell the items apart."
            for line, place in ((8, 0), (10, 2))
        ],
    ),
    "order of two items": (
        "\n".join(ORDER.splitlines()[:-1]) + "\n",
        [
            ":8: items: expected list should have at least 3 items after validation, not 2, found list. Correct it.",
        ],
    ),
    "item without feedback on a wrong place": (
        ORDER.replace(", misplaced: Before two.", ""),
        [':8: items.0.misplaced: expected a value, found nothing. Add "misplaced:".'],
    ),
    "answer that is no choice": (
        MATCH.replace("answer: two", "answer: too"),
        [':8: items.0.answer: expected one of two, four, nine, found "too". Did you mean "two"?'],
    ),
    "feedback on a choice that isn't there": (
        MATCH.replace("nine: Too much.", "none: Too much., nine: Too much."),
        [':9: items.1.wrong.none: expected one of two, four, nine, found "none". Did you mean "nine"?'],
    ),
    "answer among the wrong choices": (
        MATCH.replace("wrong: {two:", "wrong: {four: Yes., two:"),
        [
            ":9: items.1.wrong.four: expected a wrong choice, found the answer. "
            'Say it under "right:", or correct the answer.'
        ],
    ),
    "choice without feedback": (
        MATCH.replace(", nine: Too much.", ""),
        [
            ":9: items.1: expected feedback on every choice, found none on nine. "
            'Add "otherwise:" for all of them, or each to "wrong:".'
        ],
    ),
    "two items with one answer": (
        MATCH.replace("answer: four", "answer: two").replace("{two: Half of it.,", "{four: Half of it.,"),
        [
            ':9: items.1.answer: expected a choice of its own, found "two", the answer of items.0 too. '
            "Give each item its own, or make it a classify check."
        ],
    ),
    "claim cited in a menu": (
        MATCH.replace("The number nine", '"Nine [@A1]"'),
        [":6: choices.nine: expected plain text, with claims cited in the feedback, found 'Nine [@A1]'. Correct it."],
    ),
    "class that stays empty": (
        CLASSIFY.replace("odd: Odd}", "odd: Odd, prime: Prime}"),
        [
            ":6: classes.prime: expected an item that belongs to it, found none. "
            "Add an item, or remove the class: readers would look for one."
        ],
    ),
    "too many hints": (
        ORDER.replace("[Count.]", "[a, b, c, d, e, f]"),
        [
            ":6: hints: expected list should have at most 5 items after validation, not 6, "
            "found ['a', 'b', 'c', 'd', 'e', 'f']. Correct it."
        ],
    ),
    "claim cited, not declared": (
        NUMBER.replace("claims: [A1]\n", ""),
        [": claims: expected A1, which its texts cite, found it missing. Add A1 to claims."],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_in_a_task_stops_the_build_with_its_message(mistake: str, tmp_path: Path) -> None:
    """The build fails, and the report says where, what was expected, what was found and what to do."""
    check, expected = MISTAKES[mistake]
    write_book(tmp_path, **{"docs/index.md": WITH_TASK, TASK: check})
    findings = [line.removeprefix(TASK) for line in report_of(tmp_path).splitlines() if line.startswith(TASK)]
    assert findings == expected


@pytest.mark.parametrize("kind", KINDS)
def test_task_builds_complete_without_scripts(kind: str, tmp_path: Path) -> None:
    """The check that the mistakes above are made in has none; its page shows every item, its payload the hints."""
    site = build_book(write_book(tmp_path, **{"docs/index.md": WITH_TASK, TASK: KINDS[kind]}))
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    assert [(check["id"], check["kind"], check["tests"]) for check in book["checks"]][1:] == [("task", kind, 0)]
    page = (site / "index.html").read_text(encoding="utf-8")
    shown = {"number": ["bytes", "within 1%"], "order": ["One", "Two", "Three"]}
    for text in shown.get(kind, ["Half of four", "The number nine"] if kind == "match" else ["Three", "Even"]):
        assert text in page


def test_order_is_never_shown_solved_and_always_the_same(tmp_path: Path) -> None:
    """Two builds show one order, which isn't the right one; the payload knows each item's place."""
    orders = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        site = build_book(write_book(tmp_path / name, **{"docs/index.md": WITH_TASK, TASK: ORDER}))
        file = next((site / "assets" / "prepbook" / "checks").glob("task-*.json"))
        orders.append([item["place"] for item in json.loads(file.read_text(encoding="utf-8"))["items"]])
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == [0, 1, 2] != orders[0]
