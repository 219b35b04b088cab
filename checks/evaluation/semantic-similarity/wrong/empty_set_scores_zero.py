"""For an empty set you return a number, and 0.0 for one reads as "these versions share nothing". With no responses
there's nothing to compare, and most likely something upstream failed: a filter too strict, a file not found. The
task asks for a `ValueError`, so that nobody ships on a number that was never measured.
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
        return 0.0
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
