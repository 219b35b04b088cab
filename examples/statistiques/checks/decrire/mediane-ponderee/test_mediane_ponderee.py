import pytest
from answer import mediane_ponderee

CAS = [
    pytest.param([1, 2, 3], [1, 1, 1], 2, id="poids égaux"),
    pytest.param([10, 20, 30], [1, 1, 5], 30, id="poids inégaux"),
    pytest.param([1, 2, 3], [5, 1, 1], 1, id="premier poids fort"),
    pytest.param([30, 10, 20], [5, 4, 2], 20, id="désordre"),
    pytest.param([1, 2, 3, 4], [1, 1, 1, 1], 2, id="moitié atteinte exactement"),
    pytest.param([7], [3], 7, id="une seule valeur"),
    pytest.param([1, 2, 3], [0, 0, 4], 3, id="poids nuls au début"),
    pytest.param([5, 1, 5, 1, 9], [1, 2, 1, 2, 3], 5, id="valeurs répétées"),
    pytest.param([-8, -3, 0], [2, 3, 4], -3, id="valeurs négatives"),
]


@pytest.mark.parametrize(("valeurs", "poids", "expected"), CAS)
def test_mediane(valeurs, poids, expected):
    """La première valeur à laquelle le poids cumulé atteint la moitié."""
    assert mediane_ponderee(valeurs, poids) == expected


def test_listes_intactes():
    """Les listes reçues restent comme elles étaient."""
    valeurs, poids = [3, 1, 2], [1, 1, 1]
    mediane_ponderee(valeurs, poids)
    assert (valeurs, poids) == ([3, 1, 2], [1, 1, 1])
