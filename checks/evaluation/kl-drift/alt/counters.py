"""Counters filled up in copies; base-2 logarithms turned into nats; the threshold found from the candidates."""

import math
from collections import Counter
from fractions import Fraction


def kl(p, q, epsilon=0.5):
    if any(count < 0 for counts in (p, q) for count in counts.values()):
        raise ValueError("negative count")
    if not epsilon > 0:
        raise ValueError("epsilon must be positive")
    keys = sorted(set(p) | set(q))
    if keys == []:
        raise ValueError("no tokens")
    ours, theirs = Counter(dict(p)), Counter(dict(q))
    ours_total, theirs_total = ((sum(c.values()) + epsilon * len(keys)) for c in (ours, theirs))
    bits = 0
    for key in keys:
        share = (ours[key] + epsilon) / ours_total
        bits += share * (math.log2(share) - math.log2((theirs[key] + epsilon) / theirs_total))
    return bits * math.log(2)


def alarm_threshold(baseline, level=0.01):
    values = list(baseline)
    if not values:
        raise ValueError("no baseline")
    allowed = Fraction(str(level)) * len(values)
    return min(value for value in values if sum(other > value for other in values) <= allowed)
