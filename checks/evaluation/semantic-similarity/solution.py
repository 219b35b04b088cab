"""How alike are the responses of two model versions?"""

import math
from collections.abc import Sequence

Vector = Sequence[float]


def cosine(u: Vector, v: Vector) -> float:
    """Return the cosine of the angle between u and v, from -1 to 1; raise ValueError where there is none."""
    if len(u) != len(v):
        raise ValueError(f"expected two vectors of one length, found {len(u)} and {len(v)} numbers")
    lengths = math.hypot(*u) * math.hypot(*v)
    if lengths == 0:  # an empty vector has length 0 too
        raise ValueError("expected vectors with a direction, found one that is zero or empty")
    return math.sumprod(u, v) / lengths


def set_similarity(a: Sequence[Vector], b: Sequence[Vector]) -> float:
    """Return the mean best match from a to b and from b to a, averaged; raise ValueError where there is none."""
    if not a or not b:
        raise ValueError("expected at least one vector in each set, found none")
    return (mean_best_match(a, b) + mean_best_match(b, a)) / 2


def mean_best_match(a: Sequence[Vector], b: Sequence[Vector]) -> float:
    """Return how well b covers a: the mean, over the vectors of a, of the highest cosine found in b."""
    return sum(max(cosine(u, v) for v in b) for u in a) / len(a)
