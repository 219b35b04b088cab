"""Votre droite passe par l’origine : les écarts ne sont pas pris à la moyenne. C’est un autre modèle, qui suppose que
y est nul quand x l’est."""

from statistics import mean


def droite(x, y):
    x_moyen, y_moyen = mean(x), mean(y)
    produits = sum(a * b for a, b in zip(x, y, strict=True))
    pente = produits / sum(a**2 for a in x)
    return pente, y_moyen - pente * x_moyen
