"""Le cumul avance dans l’ordre reçu, et non dans celui des valeurs. « La moitié » n’a de sens qu’une fois les valeurs
rangées : triez les paires, ensemble, pour que chaque poids suive sa valeur."""


def mediane_ponderee(valeurs, poids):
    total, cumul = sum(poids), 0
    for valeur, part in zip(valeurs, poids):
        cumul += part
        if 2 * cumul >= total:
            return valeur
