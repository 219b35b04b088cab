import math
from statistics import NormalDist


def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    ecart = abs(visee - reference)
    if not ecart:
        raise ValueError
    normale = NormalDist()
    ecart_type = math.sqrt(sum(p * (1 - p) for p in (reference, visee)))
    return math.ceil(((normale.inv_cdf(puissance) - normale.inv_cdf(alpha / 2)) * ecart_type / ecart) ** 2)
