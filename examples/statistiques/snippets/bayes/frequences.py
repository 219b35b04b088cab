population = 10_000
prevalence, sensibilite, specificite = 0.01, 0.90, 0.95

malades = population * prevalence
vrais_positifs = malades * sensibilite
faux_positifs = (population - malades) * (1 - specificite)

print(f"sur {population:.0f} personnes, {malades:.0f} sont malades")
print(f"tests positifs : {vrais_positifs:.0f} chez des malades, {faux_positifs:.0f} chez des bien-portants")
print(f"un test positif annonce donc la maladie {vrais_positifs / (vrais_positifs + faux_positifs):.1%} du temps")
