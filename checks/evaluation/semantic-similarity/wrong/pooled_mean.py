"""You throw the best matches of both directions into one pot and take a single mean. With sets of different size the
larger one then has more say. The task gives both directions the same weight: a mean over `a`, a mean over `b`, and
then the mean of those two.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def best_matches(a, b):
    return [max(cosine(u, v) for v in b) for u in a]


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    matches = best_matches(a, b) + best_matches(b, a)
    return sum(matches) / len(matches)
