"""Valeurs et poids sont triés chacun de leur côté : les paires sont défaites, et un poids change de valeur."""


def mediane_ponderee(valeurs, poids):
    total, cumul = sum(poids), 0
    for valeur, part in zip(sorted(valeurs), sorted(poids)):
        cumul += part
        if 2 * cumul >= total:
            return valeur
