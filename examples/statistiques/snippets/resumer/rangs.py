from statistics import mean, median, stdev

delais = [120, 125, 130, 130, 135, 140, 145, 150, 160, 900]  # en millisecondes


def quantile(valeurs, part):
    """La plus petite valeur sous laquelle, elle comprise, se trouve au moins cette part des valeurs."""
    ordonnees = sorted(valeurs)
    for rang, valeur in enumerate(ordonnees, start=1):
        if rang >= part * len(ordonnees):
            return valeur


print(f"moyenne {mean(delais):.1f} ms, écart-type {stdev(delais):.1f} ms")
print(f"médiane {median(delais):.1f} ms")
print(f"neuf requêtes sur dix en {quantile(delais, 0.9)} ms au plus, toutes en {quantile(delais, 1.0)} ms au plus")
