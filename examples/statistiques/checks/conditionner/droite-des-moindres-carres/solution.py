from statistics import mean


def droite(x, y):
    x_moyen, y_moyen = mean(x), mean(y)
    produits = sum((a - x_moyen) * (b - y_moyen) for a, b in zip(x, y, strict=True))
    pente = produits / sum((a - x_moyen) ** 2 for a in x)
    return pente, y_moyen - pente * x_moyen
