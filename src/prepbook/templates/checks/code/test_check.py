import pytest
from answer import double


@pytest.mark.parametrize(("x", "expected"), [(0, 0), (2, 4), (3, 6)])  # TODO: your own cases
def test_double(x: int, expected: int) -> None:
    """Twice the number."""
    got = double(x)
    assert got == expected
