"""You report the highest of the shards' percentiles. As a warning light that may do, but it answers "how bad is the
worst shard?", and here that's the small one which is slow by design. The task asks about all requests together, so all
values have to be ranked together.
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
    return max(percentile(values, q) for values in lists)
