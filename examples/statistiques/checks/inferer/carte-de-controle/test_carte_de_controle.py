import pytest
from model import part_de_defauts, play


def heure(taille=1, limite="3", reglage="non", seed=3, pas=6):
    return play([{"taille": taille, "limite": limite, "reglage": reglage}] * pas, seed)["outcomes"]


@pytest.mark.parametrize(("decalage", "expected"), [(0, 0.0027), (1.5, 0.0668), (-1.5, 0.0668), (3, 0.5)])
def test_part_de_defauts(decalage, expected):
    """La part hors tolérance est celle de la loi normale, la même des deux côtés."""
    assert part_de_defauts(decalage) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("taille", range(1, 10))
def test_mesures(taille):
    """Chaque minute coûte autant de pièces que l’on en mesure."""
    assert heure(taille)["mesures"] == 60 * taille


@pytest.mark.parametrize("seed", range(6))
def test_plus_de_pieces_moins_de_defauts(seed):
    """À limite égale, neuf pièces ne laissent pas passer plus de défauts qu’une."""
    assert heure(9, seed=seed)["defauts"] <= heure(1, seed=seed)["defauts"]


@pytest.mark.parametrize("seed", range(6))
def test_limite_basse_plus_d_arrets(seed):
    """Une limite plus basse n’arrête pas moins souvent."""
    assert heure(limite="2", seed=seed)["arrets"] >= heure(limite="4", seed=seed)["arrets"]


def test_fausses_alertes():
    """Une machine que l’on recentre sans cesse est arrêtée au moins une fois par pas."""
    assert heure(reglage="oui")["arrets"] >= 6


def test_debut_de_partie():
    """Une partie plus courte est le début de la plus longue."""
    moves = [{"taille": 4, "limite": "3", "reglage": "non"}] * 6
    court, long = (play(moves[:pas], 3)["series"]["defauts"] for pas in (3, 6))
    assert court == long[:30]


def test_frequence_des_alertes():
    """Sur cent heures, les arrêts sont les dérives, plus trois fausses alertes pour mille minutes."""
    arrets = sum(heure(9, "3", seed=seed)["arrets"] for seed in range(100))
    derives = 100 * 60 / (15 + 1.07)  # une dérive, vue en une minute environ, puis quinze minutes de calme
    assert arrets == pytest.approx(derives + 100 * 60 * 0.0027, rel=0.15)
