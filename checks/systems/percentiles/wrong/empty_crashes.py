"""Without any values you stop with an `IndexError`, or whatever the empty list happens to cause. A drained shard or a
quiet quarter hour is an ordinary input, and the caller should learn in plain terms that there's no percentile: raise
`ValueError`.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
