"""Le quantile de la puissance manque. Votre effectif ne détecte l’écart qu’une fois sur deux : c’est la puissance
d’un test dont l’estimation tombe juste sur le seuil."""

from math import ceil
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    if reference == visee:
        raise ValueError("les deux proportions sont égales")
    quantiles = NormalDist().inv_cdf(1 - alpha / 2)
    variance = reference * (1 - reference) + visee * (1 - visee)
    return ceil(quantiles**2 * variance / (reference - visee) ** 2)
