"""When the vectors have different lengths, `zip` stops at the shorter one and says nothing, so the numbers left over
vanish and a plausible score comes out. Two embeddings of different dimension usually mean two different models,
which is just what an evaluation must not paper over. Compare the lengths first and raise `ValueError`.
"""

import math


def cosine(u, v):
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:
        raise ValueError("no direction")
    return sum(x * y for x, y in zip(u, v)) / lengths


def mean_best_match(a, b):
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)


def set_similarity(a, b):
    if not a or not b:
        raise ValueError("empty set")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2
