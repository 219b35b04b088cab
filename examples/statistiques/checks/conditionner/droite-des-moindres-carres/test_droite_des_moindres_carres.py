import pytest
from answer import droite

CAS = [
    pytest.param([0, 1, 2], [1, 3, 5], (2, 1), id="points alignés"),
    pytest.param([1, 2, 3, 4], [2, 1, 4, 3], (0.6, 1), id="points dispersés"),
    pytest.param([10, 20, 30], [5, 5, 5], (0, 5), id="y constant"),
    pytest.param([-2, 0, 2], [4, 1, -2], (-1.5, 1), id="pente négative"),
    pytest.param([1, 3], [10, 4], (-3, 13), id="deux points"),
    pytest.param([100, 101, 102, 103], [7, 9, 8, 12], (1.4, -133.1), id="loin de l'origine"),
]


@pytest.mark.parametrize(("x", "y", "expected"), CAS)
def test_droite(x, y, expected):
    """La pente, puis l’ordonnée à l’origine."""
    assert droite(x, y) == pytest.approx(expected)
