"""Your `cosine` is the plain dot product, so it grows with the length of the vectors: stretch one of them tenfold and
the "similarity" is ten times as high, far outside [-1, 1]. On the embeddings in the data file it looks nearly
right, since they're almost of length 1; that's how this mistake gets past a quick look. A cosine depends on
direction alone: what do you have to divide the dot product by?
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True))


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
