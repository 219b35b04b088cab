"""Wherever q · n / 100 is a whole number you're one value too high: P50 of 10, 20, 30, 40 should be 20. Most likely
you use the rank as an index, and ranks count from 1, Python's indices from 0. Trimming the index at the end of the
list hides the slip at P100 only.
"""

from itertools import chain


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[min(int(q * len(ordered) / 100), len(ordered) - 1)]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
