"""Vous divisez par l’écart relatif. « Dix pour cent de mieux » et « dix points de mieux » ne sont pas le même écart :
la formule prend la différence des deux proportions."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    if reference == visee:
        raise ValueError("les deux proportions sont égales")
    quantiles = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(puissance)
    variance = reference * (1 - reference) + visee * (1 - visee)
    return ceil(quantiles**2 * variance / ((reference - visee) / reference) ** 2)
