"""You average each set into one vector and compare the two averages. That's quick, and it hides what you were hired to
see: responses that part in opposite ways cancel out, and one off-topic response hardly moves a mean. Two sets can
share a centroid without sharing a single response. Compare response with response, and average the *scores*.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def centroid(vectors):
    return [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    for u in a:
        for v in b:
            cosine(u, v)  # refuses bad vectors
    return cosine(centroid(a), centroid(b))
