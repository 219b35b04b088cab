"""You remove repeated responses before you compare. Here a response that a version gives twice counts twice: if a
model falls back on the same refusal again and again, that's part of how it behaves, and the average has to feel it.
Keep every response.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    a, b = list(dict.fromkeys(map(tuple, a))), list(dict.fromkeys(map(tuple, b)))
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
