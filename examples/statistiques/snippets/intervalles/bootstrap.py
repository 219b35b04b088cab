from random import Random
from statistics import median

delais = [120, 125, 130, 130, 135, 140, 145, 150, 160, 900]
hasard = Random(7)

medianes = sorted(median(hasard.choices(delais, k=len(delais))) for _ in range(10_000))
print(f"médiane observée : {median(delais)} ms")
print(f"intervalle à 95 % : de {medianes[250]} à {medianes[9749]} ms")
