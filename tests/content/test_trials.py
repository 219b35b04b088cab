"""What becomes of a program that is tried in place of the solution."""

from typing import Any

import pytest

from tests.content.trials import ENDED, tried

SOLUTION = "def double(n):\n    return 2 * n\n"
TESTS = """
import pytest
from answer import double

@pytest.mark.parametrize(("n", "expected"), [pytest.param(0, 0, id="none"), pytest.param(3, 6, id="three")])
def test_double(n, expected):
    assert double(n) == expected

def test_double_of_the_seed(seed):
    assert double(seed) == seed + seed

@pytest.mark.parametrize("function", [pytest.param(double, id="double")])
def test_function_that_is_a_parameter(function):
    assert function(5) == 10
"""
STUBBORN = """
def double(n):
    while True:
        try:
            n += 1
        except BaseException:
            n = 0
"""
PROGRAMS: dict[str, tuple[str, str | None]] = {
    "the solution": (SOLUTION, None),
    "another way": ("def double(n):\n    return n + n\n", None),
    "wrong for one": ("def double(n):\n    return 7 if n == 3 else 2 * n\n", "test_double[three]"),
    "wrong for the seed alone": ("def double(n):\n    return 2 * n if n != 1 else 3\n", "test_double_of_the_seed"),
    "wrong in a test that is given the function": (
        "def double(n):\n    return 7 if n == 5 else 2 * n\n",
        "test_function_that_is_a_parameter[double]",
    ),
    "no such name": ("def twice(n):\n    return 2 * n\n", "KeyError"),
    "an error at import": ("1 / 0\n", "ZeroDivisionError"),
    "an exit": ("import os\ndef double(n):\n    return 2 * n or os._exit(0)\n", "test_double[none]"),
    "a skip": ("import pytest\ndef double(n):\n    return 2 * n or pytest.skip()\n", "test_double[none]"),
    "a loop": ("def double(n):\n    while n:\n        n += 1\n    return 0\n", ENDED),
    "a loop that catches all": (STUBBORN, ENDED),
    "the solution after all of these": (SOLUTION, None),
}


def request_for(solution: str) -> dict[str, Any]:
    """Return the grader's request for a solution."""
    return {"answer": solution, "tests": {"test_double.py": TESTS}}


def test_each_program_is_noticed_by_what_it_breaks() -> None:
    """By the test that fails, by why it can't be tested, or by its clock; a right one by nothing."""
    noticed = tried(request_for(SOLUTION), [source for source, _ in PROGRAMS.values()])
    assert dict(zip(PROGRAMS, noticed, strict=True)) == {name: by for name, (_, by) in PROGRAMS.items()}


def test_solution_that_fails_its_own_tests_stops_the_trials() -> None:
    """Else whatever is wrong with the trial itself would kill every mutant, and the tests would look strong."""
    with pytest.raises(AssertionError, match="expected to pass, noticed by test_"):
        tried(request_for("def double(n):\n    return 0\n"), [])
