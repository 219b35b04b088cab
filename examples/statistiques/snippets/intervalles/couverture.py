from math import sqrt
from random import Random
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def wald(succes, n):
    p = succes / n
    marge = Z * sqrt(p * (1 - p) / n)
    return p - marge, p + marge


def wilson(succes, n):
    p = succes / n
    centre = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    marge = Z / (1 + Z**2 / n) * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
    return centre - marge, centre + marge


hasard = Random(2026)
vraie, n, essais = 0.05, 40, 10_000
couverts = {wald: 0, wilson: 0}
for _ in range(essais):
    succes = sum(hasard.random() < vraie for _ in range(n))
    for methode in couverts:
        bas, haut = methode(succes, n)
        couverts[methode] += bas <= vraie <= haut

for methode, fois in couverts.items():
    print(f"{methode.__name__:<6} contient la vraie valeur {fois / essais:.0%} du temps")
