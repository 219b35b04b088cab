from math import sqrt
from random import Random

hasard = Random(11)


def alerte(regards, par_regard=200, seuil=1.96):
    """Un test entre deux versions identiques : le déclare-t-on significatif à l'un des regards ?"""
    ecart = 0.0
    for regard in range(1, regards + 1):
        # Chaque visite apporte un écart de moyenne 0 et de variance 1 : la somme suffit.
        ecart += hasard.gauss(0, sqrt(par_regard))
        if abs(ecart) / sqrt(regard * par_regard) > seuil:
            return True
    return False


for regards in (1, 2, 5, 10):
    fausses = sum(alerte(regards) for _ in range(20_000)) / 20_000
    print(f"{regards:>2} regard(s) : {fausses:.1%} de fausses découvertes")
