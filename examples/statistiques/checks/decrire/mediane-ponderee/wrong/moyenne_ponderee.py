"""C’est la moyenne pondérée. Elle répond d’un total ; la médiane, elle, partage les personnes en deux moitiés."""


def mediane_ponderee(valeurs, poids):
    return sum(valeur * part for valeur, part in zip(valeurs, poids)) / sum(poids)
