from random import Random
from statistics import mean

hasard = Random(3)
talent = [hasard.gauss(100, 10) for _ in range(5_000)]
premiere = [vrai + hasard.gauss(0, 10) for vrai in talent]
seconde = [vrai + hasard.gauss(0, 10) for vrai in talent]

meilleurs = sorted(range(5_000), key=lambda i: premiere[i])[-250:]  # les 5 % du haut, à la première épreuve
print(f"première épreuve : {mean(premiere[i] for i in meilleurs):.1f}")
print(f"seconde épreuve  : {mean(seconde[i] for i in meilleurs):.1f}")
print(f"leur talent      : {mean(talent[i] for i in meilleurs):.1f}")
