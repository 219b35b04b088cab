"""C’est la médiane des valeurs : les poids n’y entrent pas. Une personne qui en représente cinq doit compter cinq
fois."""


def mediane_ponderee(valeurs, poids):
    ordonnees = sorted(valeurs)
    return ordonnees[(len(ordonnees) - 1) // 2]
