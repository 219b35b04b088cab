import pytest
from answer import median

CASES = {
    "odd": ([3, 1, 2], 2),
    "even": ([4, 1, 3, 2], 2.5),
    "one": ([7], 7),
    "repeated": ([5, 1, 5, 5], 5),
}


@pytest.mark.parametrize(("values", "expected"), CASES.values(), ids=CASES)
def test_median(values: list[float], expected: float) -> None:
    """The value in the middle."""
    got = median(list(values))
    assert got == expected


def test_leaves_the_list_alone() -> None:
    """The caller's list keeps its order."""
    got = [3, 1, 2]
    median(got)
    expected = [3, 1, 2]
    assert got == expected
