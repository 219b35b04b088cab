"""La covariance est divisée par n − 1, la variance par n. L’un ou l’autre, mais le même : le quotient est trop grand
d’un facteur n/(n − 1)."""

from statistics import mean


def droite(x, y):
    x_moyen, y_moyen = mean(x), mean(y)
    produits = sum((a - x_moyen) * (b - y_moyen) for a, b in zip(x, y, strict=True))
    pente = (produits / (len(x) - 1)) / (sum((a - x_moyen) ** 2 for a in x) / len(x))
    return pente, y_moyen - pente * x_moyen
