"""You rank each different value once. But a percentile counts requests: if four out of five took 5 ms, then three
quarters of them took 5 ms at most, however often the number repeats. In real latencies, rounded to whole ms, most
values repeat.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(set(values))
    if not ordered:
        raise ValueError("no values")
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
