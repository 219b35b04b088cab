"""A zero vector brings your function down with `ZeroDivisionError`: you divide by its length, which is 0. Stopping is
right, but the caller should learn which input is at fault, in the terms of the task. Check for it before the
division and raise `ValueError`. Does the same check cover an empty vector?
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    if not u:
        raise ValueError("empty vector")
    lengths = math.hypot(*u) * math.hypot(*v)
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
