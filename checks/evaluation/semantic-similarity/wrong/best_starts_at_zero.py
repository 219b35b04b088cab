"""Your search for the best match starts from 0, so a response whose every cosine is negative is credited with a match
of 0 that nobody found. Cosines go down to -1. Start from the first candidate, or from something no cosine can be
below.
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
    total = 0.0
    for u in a:
        best = 0.0
        for v in b:
            best = max(best, cosine(u, v))
        total += best
    return total / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
