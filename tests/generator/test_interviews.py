"""Each mistake in a rubric or a mock has its message; a rubric's examples must score in their order."""

import json
from pathlib import Path

import pytest

from tests.generator.bookmaker import build_book, report_of, write_book
from tests.generator.interviews import INTERVIEWS, RUBRIC, SCREEN

PLAN = "checks/basics/plan"
MOCK = "checks/basics/screen"
FAIR = "  fair:\n    cause: {level: 0, why: Still none.}\n    test: {level: 1, why: No numbers.}\n"


def rubric(old: str, new: str) -> dict[str, str | None]:
    """Return the change of one text in the rubric's check.yml."""
    assert old in RUBRIC
    return {f"{PLAN}/check.yml": RUBRIC.replace(old, new)}


def mock(old: str, new: str) -> dict[str, str | None]:
    """Return the change of one text in the mock's check.yml."""
    assert old in SCREEN
    return {f"{MOCK}/check.yml": SCREEN.replace(old, new)}


# name: (files changed in the small book, the whole report without its first line)
MISTAKES: dict[str, tuple[dict[str, str | None], str]] = {
    "examples that score alike": (
        rubric("test: {level: 1, why: No numbers.}", "test: {level: 0, why: Neither.}"),
        f"{PLAN}/check.yml: examples: expected more points for fair than for weak, found 0 and 0. "
        "Score again, or write a better text: readers learn from the difference.",
    ),
    "examples in the wrong order": (
        rubric(FAIR, FAIR.replace("level: 0", "level: 1").replace("level: 1, why: No", "level: 2, why: No")),
        f"{PLAN}/check.yml: examples: expected more points for strong than for fair, found 3 and 3. "
        "Score again, or write a better text: readers learn from the difference.",
    ),
    "threshold above all points": (
        rubric("pass_at: 2", "pass_at: 4"),
        f"{PLAN}/check.yml: pass_at: expected at most 3, all points there are, found 4. "
        "Ask for less, or add a criterion.",
    ),
    "threshold that the strong example misses": (
        {
            f"{PLAN}/check.yml": RUBRIC.replace("test: {level: 2, why: W", "test: {level: 1, why: W").replace(
                "t: 2", "t: 3"
            )
        },
        f"{PLAN}/check.yml: pass_at: expected a threshold that the strong example reaches and the weak one doesn't, "
        "found 3, with 0 for weak and 2 for strong. Move the threshold.",
    ),
    "criterion without a score": (
        rubric("    test: {level: 1, why: No numbers.}\n", ""),
        f"{PLAN}/check.yml: examples: expected more points for fair than for weak, found 0 and 0. "
        "Score again, or write a better text: readers learn from the difference.\n"
        f"{PLAN}/check.yml: examples.fair.test: expected a level and why, found none. Score it, and say why.",
    ),
    "score without a criterion": (
        rubric(
            "    test: {level: 1, why: No numbers.}\n",
            "    test: {level: 1, why: No.}\n    tests: {level: 0, why: x}\n",
        ),
        f'{PLAN}/check.yml: examples.fair.tests: expected the id of a criterion, found "tests". Did you mean "test"?',
    ),
    "level that nobody described": (
        rubric("test: {level: 2, why: With numbers.}", "test: {level: 3, why: With more.}"),
        f"{PLAN}/check.yml: examples.strong.test: expected a level from 0 to 2, found 3. "
        "Correct the score, or describe that level.",
    ),
    "two criteria of one id": (
        {f"{PLAN}/check.yml": RUBRIC.replace("- id: test", "- id: cause").replace("    test: {level", "    # {")},
        f"{PLAN}/check.yml: criteria: expected an id of its own for each, found one id twice. Rename one of them.\n"
        f"{PLAN}/check.yml: examples: expected more points for fair than for weak, found 0 and 0. "
        "Score again, or write a better text: readers learn from the difference.\n"
        f"{PLAN}/check.yml: pass_at: expected a threshold that the strong example reaches and the weak one doesn't, "
        "found 2, with 0 for weak and 1 for strong. Move the threshold.",
    ),
    "level without a description": (
        rubric("levels: [No cause., A cause.]", 'levels: [No cause., ""]'),
        f"{PLAN}/check.yml:11: criteria.0.levels.1: expected string should have at least 1 character, found ''. "
        "Correct it.\n"
        f'{MOCK}/check.yml: parts: expected the id of a check in checks/, found "plan". Add the check.\n'
        'docs/writing.md:4: check: expected the id of a check in checks/, found "plan". Add the check.',
    ),
    "example without a text": (
        {f"{PLAN}/fair.md": None},
        f"{PLAN}: fair.md: expected the file, with a text, found none. Write {PLAN}/fair.md.",
    ),
    "example that cites an unknown claim": (
        {f"{PLAN}/strong.md": "As they say [@A7].\n"},
        f'{PLAN}: claim: expected the id of a claim or a conflict, found "A7". Add it to claims.yml.',
    ),
    "part that is no check": (
        mock("check: sums", "check: sum"),
        f'{MOCK}/check.yml: parts: expected the id of a check in checks/, found "sum". Did you mean "sums"?',
    ),
    "part that is a mock": (
        mock("check: sums", "check: loop"),
        f'{MOCK}/check.yml: parts: expected a check that isn\'t itself made of checks, found "loop". '
        "Name the checks that it is made of instead.",
    ),
    "check in two parts": (
        mock("[plan, double]", "[sums, double]"),
        f'{MOCK}/check.yml: parts: expected each check in one part, once, found "sums" again. Keep one of them.',
    ),
    "draw of everything": (
        mock("count: 1", "count: 2"),
        f"{MOCK}/check.yml:13: parts.1.draw: expected a count below 2, the length of its list, "
        "found {'from': ['plan', 'double'], 'count': 2}. Correct it.\n"
        'docs/mocks.md:4: check: expected the id of a check in checks/, found "screen". Add the check.',
    ),
    "part of nothing": (
        mock("    check: sums\n", ""),
        f"{MOCK}/check.yml:8: parts.0: expected either check: or draw:, found dict. Correct it.\n"
        'docs/mocks.md:4: check: expected the id of a check in checks/, found "screen". Add the check.',
    ),
    "minutes that aren't the clock's": (
        mock("    next: Add up more.\n", "    next: Add up more.\n    minutes: 30\n"),
        f"{MOCK}/check.yml: parts.minutes: expected minutes for each part, 45 together, or for none, "
        "found 30, none. Divide the clock again.",
    ),
    "part on no page": (
        {"docs/writing.md": "# Writing\n\n``` check\nplan\n```\n"},
        "checks/basics/sums: check: expected a chapter that shows it, found none. "
        "Name it in a ``` check block, or delete it.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_in_an_interview_stops_the_build_with_its_message(mistake: str, tmp_path: Path) -> None:
    """The build fails, and the report says where, what was expected, what was found and what to do."""
    changed, expected = MISTAKES[mistake]
    write_book(tmp_path, **{**INTERVIEWS, **changed})
    assert report_of(tmp_path).partition("\n")[2] == expected


def test_a_mock_names_its_parts_wherever_they_stand(tmp_path: Path) -> None:
    """Its plan links to the checks from its own page, its payload from the site's root."""
    site = build_book(write_book(tmp_path, **INTERVIEWS))
    page = (site / "mocks" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../writing/#check-plan">A plan</a>' in page
    assert '<a href="..#check-double">Double a number</a>' in page
    payload = json.loads(next(site.glob("assets/prepbook/checks/screen-*.json")).read_text(encoding="utf-8"))
    assert {id: check["url"] for id, check in payload["checks"].items()} == {
        "sums": "writing/#check-sums",
        "plan": "writing/#check-plan",
        "double": "#check-double",
    }
