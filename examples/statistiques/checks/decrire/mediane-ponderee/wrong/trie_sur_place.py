"""Le résultat est bon, mais `sort` range la liste reçue elle-même : qui vous l’a prêtée la retrouve en désordre par
rapport à ses poids. Travaillez sur une copie, comme `sorted` en donne une."""


def mediane_ponderee(valeurs, poids):
    paires = sorted(zip(valeurs, poids))
    valeurs.sort()
    total, cumul = sum(poids), 0
    for valeur, part in paires:
        cumul += part
        if 2 * cumul >= total:
            return valeur
