"""With an empty set your average divides by a count of 0 and stops with `ZeroDivisionError`. The caller can't tell
from that what was wrong with the input. Look at the sets before you average, and raise `ValueError` when one has no
responses.
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
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
