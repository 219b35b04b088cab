"""You average the cosine over every pair of responses. Most pairs answer different tickets and ought to be far apart,
so they drown the few that count: compare a set with itself and you don't get 1. For each response only its *best*
match on the other side belongs in the average.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return sum(cosine(u, v) for u in a for v in b) / (len(a) * len(b))
