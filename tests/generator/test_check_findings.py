"""More of what an author can get wrong in code checks and the ledger, each with its message, word for word."""

from pathlib import Path

import pytest

from tests.generator.bookmaker import CHAPTER, CHECK, CLAIMS, FILES, report_of, write_book

DOUBLE = "checks/basics/double"
BARE_TEST = "from answer import double\n\n\ndef test_double() -> None:\n    assert double(3) == 6\n"

# name: (files changed in the small book, the findings)
MISTAKES: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "no wrong answer": (
        {f"{DOUBLE}/wrong/square.py": None, f"{DOUBLE}/wrong/same.py": None},
        [
            f"{DOUBLE}: wrong: expected at least one wrong answer, found none. "
            "Write the mistakes people make as wrong/NAME.py; the docstring is their feedback."
        ],
    ),
    "case that no test has": (
        {f"{DOUBLE}/check.yml": f'{CHECK}visible: ["test_double[9]", "other"]\n'},
        [
            f'{DOUBLE}/check.yml: visible.0: expected the id of a test, found "test_double[9]". '
            'Did you mean "test_double[3]"?',
            f'{DOUBLE}/check.yml: visible.1: expected the id of a test, found "other". '
            "Name a test as pytest does, with its [id].",
        ],
    ),
    "case that says nothing": (
        {f"{DOUBLE}/check.yml": f"{CHECK}visible: [test_double]\n", f"{DOUBLE}/test_double.py": BARE_TEST},
        [
            f'{DOUBLE}/check.yml: visible.0: expected a test with a parameter named expected, found "test_double". '
            "Choose a test that has one: it is what the reader is shown."
        ],
    ),
    "one id in two folders": (
        {
            "mkdocs.yml": FILES["mkdocs.yml"].replace("The basics}", "The basics, more: More}"),
            **{
                name.replace("basics", "more"): text.replace("pillar: basics", "pillar: more")
                for name, text in FILES.items()
                if name.startswith(DOUBLE)
            },
        },
        [
            "checks/more/double: id: expected an id of its own, found the id of checks/basics/double. "
            "Rename one of the folders."
        ],
    ),
    "check in the wrong folder": (
        {
            "mkdocs.yml": FILES["mkdocs.yml"].replace("The basics}", "The basics, more: More}"),
            f"{DOUBLE}/check.yml": CHECK.replace("pillar: basics", "pillar: more"),
        },
        [
            f'{DOUBLE}/check.yml: pillar: expected the folder it stands in, "basics", found "more". '
            "Move the folder to checks/more/, or correct the pillar."
        ],
    ),
    "check shown twice": (
        {"docs/index.md": f"{CHAPTER}\n``` check\ndouble\n```\n"},
        [
            'docs/index.md:14: check: expected each check on one page, once, found "double" again. '
            "Keep one, and link to it from the other place."
        ],
    ),
    "two ids in one block": (
        {"docs/index.md": CHAPTER.replace("\ndouble\n", "\ndouble\ndouble\n")},
        [
            f"{DOUBLE}: check: expected a chapter that shows it, found none. "
            "Name it in a ``` check block, or delete it.",
            "docs/index.md:9: check: expected one id of a check, found 2 lines. Write one id a block.",
        ],
    ),
    "claim of no source, and one twice": (
        {
            "docs/claims.yml": f"{CLAIMS}  - {{id: A1, source: C, topic: sums, kind: norm, says: Again.}}\n"
            "conflicts:\n  - {id: X1, kind: gap, between: [A1, A7], about: Sums.}\n"
        },
        [
            "docs/claims.yml:4: A1: expected each id once, found it twice. Give one of them another id.",
            'docs/claims.yml:4: A1: expected a source listed under sources, found "C". Add it under sources.',
            'docs/claims.yml:6: X1: expected ids of claims, found "A7". Add the claim.',
        ],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_has_its_message(mistake: str, tmp_path: Path) -> None:
    """Where, what was expected, what was found and what to do."""
    changed, expected = MISTAKES[mistake]
    assert report_of(write_book(tmp_path, **changed)).splitlines()[1:] == expected


def test_check_without_tests_is_told_to_have_some(tmp_path: Path) -> None:
    """What else follows from that is told too; this comes first to mind."""
    report = report_of(write_book(tmp_path, **{f"{DOUBLE}/test_double.py": None}))
    assert f"{DOUBLE}: tests: expected a file test_*.py, found none. Write the tests that judge an answer." in report
