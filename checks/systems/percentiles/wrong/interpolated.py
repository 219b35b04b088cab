"""You interpolate between two neighbors. It's a definition in good standing (spreadsheets and numpy use it unless told
otherwise), but another one: it can return a latency that no request had, and in a small window it differs by a lot.
The task states nearest rank.
"""

from itertools import chain
from math import ceil


def percentile(values, q):
    if not 0 < q <= 100:
        raise ValueError("q must be above 0 and at most 100")
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    place = q / 100 * (len(ordered) - 1)
    below = ceil(place) - 1 if place > 0 else 0
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def merged_percentile(shards, q):
    return percentile(chain.from_iterable(shards), q)
