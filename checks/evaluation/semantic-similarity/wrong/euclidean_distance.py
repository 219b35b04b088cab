"""This is the straight-line distance between the two points: 0 for the same vector, and growing without bound as they
part. Similarity has to run the other way (1 for the same direction, -1 for the opposite one), and the length of a
vector mustn't matter at all. Go back to the angle: dot product and lengths.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return math.dist(u, v)


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
