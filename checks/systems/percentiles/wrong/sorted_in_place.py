"""Your number is right, but the list you were given comes back sorted. Whoever reads it next to find *when* it was
slow has lost the order of time, and no error tells them. Make a sorted copy and leave the caller's list alone.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = values if isinstance(values, list) else list(values)
    ordered.sort()
    if not ordered:
        raise ValueError("no values")
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
