"""You keep the denominator from getting too small by putting a floor under it, so two tiny vectors are divided by the
floor and not by their own lengths: their cosine comes out near 0 although they point the same way. How small a
vector is must not matter. You already refuse zero vectors; nothing else needs protection from the division.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / max(lengths, 1e-8)


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
