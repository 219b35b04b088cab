"""Vous prenez deux fois la variance de la proportion de référence. Celle de la version visée diffère, et elle compte
pour moitié."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    if reference == visee:
        raise ValueError("les deux proportions sont égales")
    quantiles = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(puissance)
    variance = 2 * reference * (1 - reference)
    return ceil(quantiles**2 * variance / (reference - visee) ** 2)
