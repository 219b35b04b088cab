"""You look for the best match of each response of `a` in `b`, and never the other way round. So a version that adds
ten off-topic responses to the old ones would score 1: everything in `a` is covered, and nobody asks what else `b`
says. Swap the arguments and watch your number change. The task averages both directions.
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
    return mean_best_match(a, b)
