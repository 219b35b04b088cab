"""Une machine qui dérive par à-coups, et la carte de contrôle qui la surveille, minute par minute."""

from math import sqrt
from random import Random
from statistics import NormalDist

PIECES = 100  # par minute
PAS = 10  # minutes entre deux décisions
DERIVE = 1.5  # d'un coup, en écarts-types
FREQUENCE = 1 / 15  # par minute, tant que la machine est centrée
TOLERANCE = 3  # de part et d'autre de la cible, en écarts-types
NORMALE = NormalDist()


def part_de_defauts(decalage):
    """La part des pièces hors tolérance quand la machine est décalée d'autant."""
    return NORMALE.cdf(-TOLERANCE - decalage) + 1 - NORMALE.cdf(TOLERANCE - decalage)


def play(moves, seed):
    """Ce que donnent ces décisions. Le hasard est le même quoi que l'on décide."""
    hasard, decalage = Random(seed), 0.0
    defauts, arrets, mesures = 0.0, 0, 0
    cumul, ecarts = [], []
    for move in moves:
        if move["reglage"] == "oui":
            decalage, arrets = 0.0, arrets + 1
        for _ in range(PAS):
            tombe, sens, bruit = hasard.random(), hasard.choice([-1, 1]), hasard.gauss(0, 1)
            if decalage == 0 and tombe < FREQUENCE:
                decalage = sens * DERIVE
            moyenne = decalage + bruit / sqrt(move["taille"])
            mesures += move["taille"]
            if abs(moyenne) > float(move["limite"]) / sqrt(move["taille"]):
                decalage, arrets = 0.0, arrets + 1
            else:
                defauts += PIECES * part_de_defauts(decalage)
            cumul.append(defauts)
            ecarts.append(abs(moyenne))
    outcomes = {"defauts": defauts, "arrets": arrets, "mesures": mesures}
    return {"outcomes": outcomes, "series": {"defauts": cumul, "ecarts": ecarts}}
