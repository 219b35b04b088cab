"""Tests that draw their inputs by an attempt's seed, and tests that a reader sees before any attempt."""

import pytest

from .helpers import RIGHT, judge_answer

DRAWN = """
from answer import double

def test_known():
    assert double(2) == 4

def test_drawn(seed):
    assert double(seed) == 2 * seed
"""


@pytest.mark.parametrize(("seed", "shown"), [(None, "1"), (7, "7")])
def test_test_that_asks_for_a_seed_gets_the_attempts_own(seed: int | None, shown: str) -> None:
    """Without one it is 1; the case shows it, so that a failure can be repeated."""
    more = {} if seed is None else {"seed": seed}
    tests = {test["id"]: test for test in judge_answer("def double(x): return 0", DRAWN, **more)["tests"]}
    assert tests["test_drawn"]["case"] == {"input": {"seed": shown}, "expected": "no error", "got": "0"} | {
        "expected": str(2 * int(shown))
    }
    assert [test["drawn"] for test in tests.values()] == [False, True]


def test_what_a_test_drew_is_no_part_of_a_signature() -> None:
    """A mistake keeps its name whatever an attempt draws."""
    first, second = (judge_answer("def double(x): return x * x", DRAWN, seed=seed) for seed in (2, 3))
    assert first["signature"] == second["signature"] == {}
    assert [test["outcome"] for test in second["tests"]] == ["passed", "failed"]


def test_visible_case_is_shown_though_it_passes() -> None:
    """The page shows before any attempt what a test tries and wants."""
    report = judge_answer(RIGHT, visible=["test_examples[parallel]"])
    cases = {test["id"]: test["case"] for test in report["tests"]}
    assert cases["test_examples[parallel]"] == {"input": {"u": "[1, 0]", "v": "[2, 0]"}, "expected": "1.0", "got": ""}
    assert cases["test_examples[orthogonal]"] is None
