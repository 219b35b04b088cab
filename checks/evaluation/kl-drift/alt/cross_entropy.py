"""Cross-entropy minus entropy over one table of columns; the threshold by counting how many may lie above it."""

import heapq
import math


class NoSharesError(ValueError):
    """Counts that have no shares."""


def kl(p, q, epsilon=0.5):
    table = [(p.get(token, 0), q.get(token, 0)) for token in {**p, **q}]
    if not table or epsilon <= 0 or min(map(min, table)) < 0:
        raise NoSharesError("counts must exist and be 0 or more, and epsilon positive")
    p_column, q_column = ([count + epsilon for count in column] for column in zip(*table, strict=True))
    p_total, q_total = math.fsum(p_column), math.fsum(q_column)
    cross_entropy = -math.fsum(x / p_total * math.log(y / q_total) for x, y in zip(p_column, q_column, strict=True))
    entropy = -math.fsum(x / p_total * math.log(x / p_total) for x in p_column)
    return max(0.0, cross_entropy - entropy)


def alarm_threshold(baseline, level=0.01):
    if len(baseline) == 0:
        raise NoSharesError("no windows")
    above = min(math.floor(level * len(baseline)), len(baseline) - 1)
    return heapq.nlargest(above + 1, baseline)[-1]
