"""Your scores are right, but after the call the caller's vectors are no longer what they were: you scaled them to
length 1 in place. Whoever stores or compares them next works with other numbers and won't know why. Build new lists
instead of writing into the ones you were handed.
"""

import math


def scale_to_one(vector):
    length = math.hypot(*vector)
    if length == 0:
        raise ValueError("no direction")
    for i, x in enumerate(vector):
        vector[i] = x / length


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    if isinstance(u, tuple) or isinstance(v, tuple):
        u, v = list(u), list(v)
    scale_to_one(u)
    scale_to_one(v)
    return sum(x * y for x, y in zip(u, v, strict=True))


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
