"""You never look at `q`. With 0 or below the index turns negative, and Python counts from the end: the "lowest"
percentile comes out as the slowest request. Above 100 you get an `IndexError` from the depths. Check `q` first and
raise `ValueError`.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
