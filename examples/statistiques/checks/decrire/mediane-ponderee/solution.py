def mediane_ponderee(valeurs, poids):
    total, cumul = sum(poids), 0
    for valeur, part in sorted(zip(valeurs, poids, strict=True)):
        cumul += part
        if 2 * cumul >= total:
            return valeur
    raise ValueError("il faut au moins un poids positif")
