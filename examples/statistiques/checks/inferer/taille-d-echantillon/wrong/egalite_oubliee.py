"""Tout est juste, sauf deux proportions égales : l’écart est nul, la division échoue avec une autre erreur que celle
que l’énoncé demande. Dites-le avant de calculer."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    quantiles = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(puissance)
    variance = reference * (1 - reference) + visee * (1 - visee)
    return ceil(quantiles**2 * variance / (reference - visee) ** 2)
