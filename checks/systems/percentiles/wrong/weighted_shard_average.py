"""You weight each shard's percentile by its number of requests. That repairs the worst of averaging, and on this night
it even comes close; but a percentile depends on where the values lie, and that's lost in the shards' summaries. Two
shards, one fast and one slow, show it at once. Only the merged values can tell.
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
    return sum(percentile(values, q) * len(values) for values in lists) / sum(map(len, lists))
