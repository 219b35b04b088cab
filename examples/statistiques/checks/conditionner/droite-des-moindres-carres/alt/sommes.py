def droite(x, y):
    n = len(x)
    sx, sy = sum(x), sum(y)
    sxx, sxy = sum(a * a for a in x), sum(a * b for a, b in zip(x, y))
    pente = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return pente, (sy - pente * sx) / n
