"""You accept a `q` of 0. Nearest rank has no number 0: the formula gives index -1, which in Python is the *largest*
value. The range of `q` is open at 0 and closed at 100.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    if not 0 <= q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
