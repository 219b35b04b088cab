import pytest
from answer import taille_par_groupe

CAS = [
    pytest.param(0.10, 0.11, 14749, id="de 10 à 11 pour cent"),
    pytest.param(0.10, 0.12, 3839, id="de 10 à 12 pour cent"),
    pytest.param(0.12, 0.10, 3839, id="une baisse"),
    pytest.param(0.50, 0.55, 1562, id="autour de la moitié"),
    pytest.param(0.02, 0.025, 13807, id="événement rare"),
]


@pytest.mark.parametrize(("reference", "visee", "expected"), CAS)
def test_taille(reference, visee, expected):
    """La taille de chaque groupe, au niveau 5 % et avec une puissance de 80 %."""
    assert taille_par_groupe(reference, visee) == expected


def test_niveau_plus_strict():
    """Un niveau de 1 % demande plus de visiteurs."""
    got = taille_par_groupe(0.10, 0.12, alpha=0.01)
    expected = 5712
    assert got == expected


def test_puissance_plus_grande():
    """Une puissance de 95 % demande plus de visiteurs."""
    got = taille_par_groupe(0.10, 0.12, puissance=0.95)
    expected = 6355
    assert got == expected


def test_proportions_egales():
    """Deux proportions égales sont refusées."""
    with pytest.raises(ValueError):
        taille_par_groupe(0.3, 0.3)
