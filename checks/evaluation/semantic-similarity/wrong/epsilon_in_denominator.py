"""A small constant added to the denominator keeps the division from failing, and it also bends every result: a little
for vectors of length 1, and almost to 0 for tiny ones. Frameworks accept that price in training; a measurement
shouldn't. You already refuse zero vectors, so after that check the denominator can't be zero and needs no cushion.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / (lengths + 1e-8)


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
