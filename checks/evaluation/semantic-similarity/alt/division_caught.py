"""Ask forgiveness: let the arithmetic fail and say so in the language of the caller."""

from collections import Counter
from operator import mul


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different dimensions")
    try:
        return sum(map(mul, u, v)) / sum(x**2 for x in u) ** 0.5 / sum(y**2 for y in v) ** 0.5
    except ZeroDivisionError as error:
        raise ValueError("no direction") from error


def set_similarity(a, b):
    def coverage(these, those):
        counts = Counter(tuple(vector) for vector in these)
        best = {vector: sorted(cosine(vector, other) for other in those)[-1] for vector in counts}
        return sum(best[vector] * count for vector, count in counts.items()) / len(these)

    if min(len(a), len(b)) < 1:
        raise ValueError("empty set")
    return sum((coverage(a, b), coverage(b, a))) / 2
