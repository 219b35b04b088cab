"""You take each shard's percentile and average them. The number that comes out belongs to no request and to no
definition: a shard with 59 requests counts as much as one with 2,200, and even at equal sizes the slow tail of all
isn't the mean of the tails. That's how the sheet got its 1,477 ms. Merge the values, not the results.
"""

from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    lists = [values for values in map(list, shards) if values]
    if not lists:
        raise ValueError("no values")
    return sum(percentile(values, q) for values in lists) / len(lists)
