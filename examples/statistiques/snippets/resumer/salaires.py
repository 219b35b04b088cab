from statistics import mean, median

equipe = [31, 32, 32, 34, 35, 36, 38]  # en milliers d'euros par an
avec_direction = [*equipe, 240]

for nom, salaires in [("équipe seule", equipe), ("avec la direction", avec_direction)]:
    print(f"{nom:<18} moyenne {mean(salaires):5.1f}   médiane {median(salaires):5.1f}")
