"""Vous prenez le quantile à 1 − alpha : c’est un test unilatéral, qui ne verrait qu’une hausse. En bilatéral, alpha
se partage entre les deux côtés."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    if reference == visee:
        raise ValueError("les deux proportions sont égales")
    quantiles = NormalDist().inv_cdf(1 - alpha) + NormalDist().inv_cdf(puissance)
    variance = reference * (1 - reference) + visee * (1 - visee)
    return ceil(quantiles**2 * variance / (reference - visee) ** 2)
