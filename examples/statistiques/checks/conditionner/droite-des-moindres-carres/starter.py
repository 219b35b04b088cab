def droite(x, y):
    raise NotImplementedError
