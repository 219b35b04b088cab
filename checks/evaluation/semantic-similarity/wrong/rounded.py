"""Your result is rounded before it's returned. It looks tidy, but best matches, averages and thresholds further on
then work with less than you measured, and the task compares within 1e-9. Return the full number and round only
where people read it.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return round(sum(x * y for x, y in zip(u, v, strict=True)) / lengths, 4)


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
