import pytest
from answer import signature

CASES = {
    "one fails": ([("a", "passed", 2), ("b", "failed", 5)], {"b": "5"}),
    "all pass": ([("a", "passed", 2), ("b", "passed", 3)], {}),
    "floats": ([("a", "failed", 0.1 + 0.2), ("b", "failed", 2 / 3)], {"a": "0.3", "b": "0.666667"}),
    "texts": ([("a", "failed", "3"), ("b", "failed", 3)], {"a": "'3'", "b": "3"}),
}


@pytest.mark.parametrize(("results", "expected"), CASES.values(), ids=CASES)
def test_signature(results: list[tuple[str, str, object]], expected: dict[str, str]) -> None:
    """What failed, and with which value."""
    got = signature(results)
    assert got == expected
