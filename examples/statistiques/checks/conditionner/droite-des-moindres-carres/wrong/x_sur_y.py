"""Vous divisez par les écarts de y : c’est l’inverse de la pente de x sur y. Les deux droites ne coïncident que si
les points sont alignés."""

from statistics import mean


def droite(x, y):
    x_moyen, y_moyen = mean(x), mean(y)
    produits = sum((a - x_moyen) * (b - y_moyen) for a, b in zip(x, y, strict=True))
    pente = produits / (sum((b - y_moyen) ** 2 for b in y) or 1)
    return pente, y_moyen - pente * x_moyen
