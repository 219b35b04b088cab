"""You guard the input with `assert`, which raises `AssertionError`, where callers were promised `ValueError`. It's
worse in production: `python -O` drops assertions altogether, and with them your checks. Keep `assert` for what
can't happen unless your own code is wrong; bad input can always happen.
"""

import math


def cosine(u, v):
    assert len(u) == len(v), "different lengths"
    lengths = math.hypot(*u) * math.hypot(*v)
    assert lengths > 0, "no direction"
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    assert a and b, "empty set"
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
