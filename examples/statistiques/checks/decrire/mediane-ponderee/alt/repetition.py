def mediane_ponderee(valeurs, poids):
    individus = sorted(valeur for valeur, part in zip(valeurs, poids, strict=True) for _ in range(part))
    return individus[(len(individus) - 1) // 2]
