"""A list works, a generator doesn't: you ask for its length or go through it twice, and it has neither a length nor a
second pass. Make your sorted copy first and do the rest with that.
"""

from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    if len(values) == 0:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[ceil(q * len(ordered) / 100) - 1]


def merged_percentile(shards, q):
    return percentile([value for values in shards for value in values[:]], q)
