"""Common exceptions, explained in plain words beside their traceback."""

import pytest

from .helpers import judge_answer


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return values[len(values)]", "The index lies beyond the end"),
        ("return total", "Python knows no `total` here"),
        ("return values.sort()[0]", "A value is None"),
        ("return values['a']", ""),
        ("return {}[values[0]]", "The dict has no key 1"),
        ("return sum(values) / 0", "A divisor is 0"),
        ("return sum(values, 1, 2)", ""),
        ("return mean(values, 3, 4)\ndef mean(values): return 1", "The call passes more arguments"),
        ("return int('3,5')", "The text is not a number in this form"),
        ("total += 1; return total", "assigned somewhere in this function"),
        ("return 'a' + values[0]", "don't go together"),
        ("return __import__('numpy')", "`numpy` is not here"),
        ("return double(values)", "A function calls itself without end"),
    ],
)
def test_common_exception_is_explained_in_plain_words(body: str, said: str) -> None:
    """What Python's message leaves out stands beside it; where it says enough, nothing does."""
    answer = "def double(values):\n    " + body
    report = judge_answer(answer, "from answer import double\ndef test_it():\n    assert double([1]) == 2")
    error = report["tests"][0]["error"]
    assert error is not None
    assert said in error["explained"] if said else error["explained"] == ""
