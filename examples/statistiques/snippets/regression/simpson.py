# (réussites, cas) selon le traitement et la taille des calculs rénaux : Charig et al. (1986).
resultats = {
    "petits calculs": {"chirurgie ouverte": (81, 87), "percutané": (234, 270)},
    "gros calculs": {"chirurgie ouverte": (192, 263), "percutané": (55, 80)},
}

for groupe, bras in resultats.items():
    print(f"{groupe:<15}", *(f"{nom} {reussites / cas:.0%}" for nom, (reussites, cas) in bras.items()), sep="   ")

for nom in ("chirurgie ouverte", "percutané"):
    reussites = sum(bras[nom][0] for bras in resultats.values())
    cas = sum(bras[nom][1] for bras in resultats.values())
    print(f"{nom} en tout : {reussites / cas:.0%} de {cas} cas")
