"""Vous attendez que le cumul dépasse la moitié. L’énoncé demande qu’il l’atteigne : quand il tombe juste, vous allez
une valeur trop loin."""


def mediane_ponderee(valeurs, poids):
    total, cumul = sum(poids), 0
    for valeur, part in sorted(zip(valeurs, poids)):
        cumul += part
        if 2 * cumul > total:
            return valeur
