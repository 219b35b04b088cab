def mediane_ponderee(valeurs, poids):
    raise NotImplementedError
