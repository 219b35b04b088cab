"""The slowest few from a heap, in exact fractions; shards merged into one list first."""

import heapq
import math
from fractions import Fraction


class NoPercentileError(ValueError):
    """There is nothing to rank, or no such rank."""


def percentile(values, q):
    if 0 < q <= 100:
        pool = list(values)
        from_below = math.ceil(Fraction(q) * len(pool) / 100)
        if from_below:
            return heapq.nlargest(len(pool) - from_below + 1, pool)[-1]
    raise NoPercentileError(q)


def merged_percentile(shards, q):
    pool = []
    for shard in shards:
        pool += shard
    return percentile(pool, q)
