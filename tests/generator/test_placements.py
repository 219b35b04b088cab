"""Each mistake in a placement has its message; what only all combinations of answers show is shown by trying them."""

import json
from pathlib import Path

import pytest

from tests.book import ROOT
from tests.generator.bookmaker import CHAPTER, build_book, report_of, write_book

TASK = "checks/basics/place/check.yml"
PAGE = CHAPTER + "\n``` check\nplace\n```\n"

PLACEMENT = """kind: placement
title: Two counts
pillar: basics
minutes: 2
claims: [A1]
questions:
  - id: sums
    text: Which sums do you do?
    options: {small: Small ones, large: Large ones}
  - id: aid
    text: With what?
    options: {head: In the head, paper: On paper}
documents:
  - id: school
    title: The school
    about: As said [@A1].
    levels:
      - {id: first, name: First form, asks: {sums: [small]}, why: Small.}
      - {id: last, name: Last form, asks: {sums: [large]}, why: Large.}
  - id: shop
    title: The shop
    about: A shop.
    levels:
      - {id: clerk, name: Clerk, asks: {aid: [head]}, why: Quick.}
    names: [Owner]
    silent:
      when:
        - {sums: [large], aid: [head]}
      why: It has no paper.
differences:
  - between: [school, shop]
    why: Sums or speed.
"""

ALL_PAPER = "Change what it or a higher level asks for, or only mention it under names:."
MORE = "".join(f"  - {{id: q{n}, text: '{n}?', options: {{a: A, b: B, c: C, d: D, e: E}}}}\n" for n in range(5))

# name: (what is replaced in check.yml, by what, the findings)
MISTAKES: dict[str, tuple[str, str, list[str]]] = {
    "question that nobody asks": (
        "asks: {aid: [head]}",
        "asks: {aids: [head]}",
        [
            ':24: documents.1.levels.0.asks.aids: expected the id of a question, found "aids". Did you mean "aid"?',
        ],
    ),
    "option that isn't offered": (
        "asks: {sums: [large]}",
        "asks: {sums: [larger]}",
        [
            ':19: documents.0.levels.1.asks.sums.0: expected an option of "sums", found "larger". '
            'Did you mean "large"?',
        ],
    ),
    "silence about an unknown answer": (
        "{sums: [large], aid: [head]}",
        "{sums: [large], aid: [abacus]}",
        [
            ':28: documents.1.silent.when.0.aid.0: expected an option of "aid", found "abacus". '
            "Choose one of head, paper."
        ],
    ),
    "difference of an unknown document": (
        "between: [school, shop]",
        "between: [school, shops]",
        [':31: differences.0.between.1: expected the id of a document, found "shops". Did you mean "shop"?'],
    ),
    "two questions of one id": (
        "id: aid",
        "id: sums",
        [
            ':10: questions.1.id: expected an id of its own, found "sums" again. Rename one of them.',
        ],
    ),
    "id that a menu couldn't tell": (
        "id: clerk",
        'id: "?"',
        [":24: documents.1.levels.0.id: expected an id of small letters, digits and hyphens, found '?'. Correct it."],
    ),
    "name that stands twice in a menu": (
        "names: [Owner]",
        "names: [clerk]",
        [
            ':25: documents.1.names: expected each name once, found "clerk" again. Rename or remove one of the two.',
        ],
    ),
    "level that nobody can reach": (
        "asks: {sums: [small]}",
        "asks: {sums: [large], aid: [head]}",
        [
            ":14: documents.0: expected a level for all answers, found none for sums: small, aid: head. "
            'Say under "silent:" why the document names nothing then, or let a level ask for less.',
            ":18: documents.0.levels.0: expected answers for which it's the highest level that fits, "
            f"found none among all 4. {ALL_PAPER}",
        ],
    ),
    "two levels that ask for the same": (
        "asks: {sums: [small]}",
        "asks: {sums: [large]}",
        [
            ":14: documents.0: expected a level for all answers, found none for sums: small, aid: head. "
            'Say under "silent:" why the document names nothing then, or let a level ask for less.',
            ':18: documents.0.levels.0.asks: expected something that no other level asks for, found what "last" asks '
            "for. Make one level of the two, or say what the higher one asks for besides.",
        ],
    ),
    "silence that never comes": (
        "why: Large.}\n",
        "why: Large.}\n    silent: {why: None.}\n",
        [
            ":20: documents.0.silent: expected answers that leave the document silent, found none among all 4. "
            "Remove it, or ask for more at the lowest level."
        ],
    ),
    "answers that no level fits": (
        "large: Large ones}",
        "large: Large ones, huge: Huge ones}",
        [
            ":14: documents.0: expected a level for all answers, found none for sums: huge, aid: head. "
            'Say under "silent:" why the document names nothing then, or let a level ask for less.',
        ],
    ),
    "options that no document tells apart": (
        "options: {head: In the head, paper: On paper}",
        "options: {head: In the head, paper: On paper, sand: In the sand}",
        [
            ":12: questions.1.options.sand: expected an option that some document tells from the others, "
            'found the same levels as for "paper", whatever else is answered. '
            "Let a level ask for one without the other, or make one option of the two."
        ],
    ),
    "documents that part unexplained": (
        "differences:\n",
        "  - {id: bank, title: Bank, about: None., silent: {why: It never says.}}\ndifferences:\n",
        [
            f':32: differences: expected a text on every two documents that part, found none on "{one}" and "bank". '
            "Add one that names both under between:."
            for one in ("school", "shop")
        ],
    ),
    "more combinations than can be tried": (
        "documents:\n",
        f"{MORE}documents:\n",
        [
            ":7: questions: expected at most 5,000 combinations of answers, so that each can be tried, found 12,500. "
            "Ask fewer questions, or offer fewer options."
        ],
    ),
    "claim cited in a question": (
        "text: With what?",
        "text: With what [@A1]?",
        [
            ":11: questions.1.text: expected plain text, with claims cited in the feedback, "
            "found 'With what [@A1]?'. Correct it."
        ],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_in_a_placement_stops_the_build_with_its_message(mistake: str, tmp_path: Path) -> None:
    """The build fails, and the report says where, what was expected, what was found and what to do."""
    old, new, expected = MISTAKES[mistake]
    assert old in PLACEMENT
    write_book(tmp_path, **{"docs/index.md": PAGE, TASK: PLACEMENT.replace(old, new)})
    findings = [line.removeprefix(TASK) for line in report_of(tmp_path).splitlines() if line.startswith(TASK)]
    assert findings == expected


def test_documents_that_agree_whatever_is_answered_are_one(tmp_path: Path) -> None:
    """Where nothing can part there is nothing to predict: the second of the two is the finding."""
    school, shop = PLACEMENT.index("  - id: school"), PLACEMENT.index("  - id: shop")
    twin = PLACEMENT[school:shop].replace("id: school", "id: twin")
    book = PLACEMENT.replace("differences:\n", f"{twin}differences:\n").replace(
        "[school, shop]", "[school, shop, twin]"
    )
    write_book(tmp_path, **{"docs/index.md": PAGE, TASK: book})
    assert (
        f"{TASK}:30: documents.2: expected another level than the others' for some answers, "
        'found the same as "school" for all 4. '
        "Keep one of them: where documents never part there is nothing to predict."
    ) in report_of(tmp_path)


def test_placement_builds_complete_without_scripts(tmp_path: Path) -> None:
    """One without mistakes has no findings; book.json calls it a match, page and payload hold names and rules."""
    site = build_book(write_book(tmp_path, **{"docs/index.md": PAGE, TASK: PLACEMENT}))
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    assert [(check["id"], check["kind"], check["tests"]) for check in book["checks"]][1:] == [("place", "match", 0)]
    page = (site / "index.html").read_text(encoding="utf-8")
    for text in ("Small ones", "First form", "Owner", "Doesn't say"):
        assert text in page
    assert "Quick." not in page
    payload = json.loads(next(site.glob("assets/prepbook/checks/place-*.json")).read_text(encoding="utf-8"))
    assert payload["documents"][1]["silent"]["when"] == [{"sums": ["large"], "aid": ["head"]}]


def test_example_for_authors_is_a_placement_without_a_fault(tmp_path: Path) -> None:
    """What the manual shows can be copied: in place of the small book's own it builds."""
    page = (ROOT / "manual" / "docs" / "how-to" / "placement.md").read_text(encoding="utf-8")
    head = PLACEMENT.partition("questions:")[0].replace("claims: [A1]\n", "")
    example = page[page.index("\nquestions:\n") + 1 : page.index("\n```\n\n## What the build proves")]
    book = write_book(tmp_path, **{"docs/index.md": PAGE, TASK: head + f"{example}\n"})
    assert (build_book(book) / "book.json").exists()
