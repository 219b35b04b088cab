"""You return 1 minus the cosine. That's the cosine *distance*, which some libraries offer beside the similarity: 0
means the same direction, 2 the opposite one. The task asks for the similarity, 1 for the same direction. Mind what
the mix-up does further on: the highest distance in `set_similarity` picks the worst match, not the best.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return 1 - sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
