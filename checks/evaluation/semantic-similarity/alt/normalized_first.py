"""Scale every vector to length 1 once, then a cosine is a plain dot product; clamped, which nobody must do."""

import math
from statistics import fmean


class NoDirectionError(ValueError):
    """A vector without a direction, or two that don't live in the same space."""


def unit(vector):
    length = math.sqrt(math.fsum(x * x for x in vector))
    if not length:
        raise NoDirectionError(f"no direction: {vector}")
    return [x / length for x in vector]


def dot(u, v):
    if len(u) != len(v):
        raise NoDirectionError("different dimensions")
    return max(-1.0, min(1.0, math.sumprod(u, v)))


def cosine(u, v):
    return dot(unit(u), unit(v))


def set_similarity(a, b):
    units_a, units_b = [unit(u) for u in a], [unit(v) for v in b]
    forward = fmean(max(dot(u, v) for v in units_b) for u in units_a)
    backward = fmean(max(dot(u, v) for u in units_a) for v in units_b)
    return fmean([forward, backward])
