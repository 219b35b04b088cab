"""You divide by the two lengths squared: the sum of squares is there, the square root isn't. Vectors of length 1 can't
tell the difference, so try one that isn't: [3, 4] has length 5, not 25, and must come out at exactly 1 against
itself.
"""


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    lengths = sum(x * x for x in u) * sum(y * y for y in v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
