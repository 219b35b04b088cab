"""You dropped the sign: opposite vectors come out at 1, as if they pointed the same way. The range is [-1, 1], and the
negative half carries information: it says that two vectors point apart. Look at the test with the opposite
direction.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return abs(sum(x * y for x, y in zip(u, v, strict=True))) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
