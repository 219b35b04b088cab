"""For a zero vector you return a number (0.0, most likely), and a reader of the report takes that as "measured:
unrelated". Nothing was measured: a vector without length has no direction, and in practice it means an empty
response or a failed embedding call. The task wants that to surface as a `ValueError`, not to pull an average down
quietly.
"""

import math


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("different lengths")
    if not u:
        raise ValueError("empty vector")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        return 0.0
    return sum(x * y for x, y in zip(u, v, strict=True)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
