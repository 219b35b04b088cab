"""You compare the first response with the first, the second with the second, and so on. A set has no order here, and
the two needn't be of one size: shuffle one of them and your number changes, and the tail of the longer one is never
looked at. Each response looks for its best match anywhere on the other side.
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
    matches = [cosine(u, v) for u, v in zip(a, b, strict=False)]
    return sum(matches) / len(matches)
