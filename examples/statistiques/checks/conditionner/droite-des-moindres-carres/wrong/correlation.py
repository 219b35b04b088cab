"""C’est la corrélation : divisée aussi par les écarts de y, la pente perd ses unités."""

from statistics import mean


def droite(x, y):
    x_moyen, y_moyen = mean(x), mean(y)
    produits = sum((a - x_moyen) * (b - y_moyen) for a, b in zip(x, y, strict=True))
    carres = sum((a - x_moyen) ** 2 for a in x) * sum((b - y_moyen) ** 2 for b in y)
    pente = produits / (carres**0.5 or 1)
    return pente, y_moyen - pente * x_moyen
