def taille_par_groupe(reference, visee, alpha=0.05, puissance=0.8):
    raise NotImplementedError
