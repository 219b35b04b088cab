"""The with-raises blocks of a check's tests."""

from .helpers import judge_answer, outcomes


def test_raises_blocks_keep_their_lines_and_their_meaning() -> None:
    """Keeping what a call returned changes neither line numbers nor what passes."""
    tests = """
    import pytest
    from answer import f
    def test_f():
        with pytest.raises((ValueError, TypeError), match="ö"):
            (f(
                "ö"
            ))
    """
    right = judge_answer("def f(x):\n    raise ValueError(x)\n", tests)
    wrong = judge_answer("def f(x):\n    return [x]\n", tests)
    other = judge_answer("def f(x):\n    raise KeyError\n", tests)
    assert outcomes(right) == {"test_f": "passed"}
    assert wrong["tests"][0]["case"] == {"input": {}, "expected": "ValueError or TypeError", "got": "['ö']"}
    assert other["tests"][0]["case"] == {"input": {}, "expected": "ValueError or TypeError", "got": "KeyError"}
