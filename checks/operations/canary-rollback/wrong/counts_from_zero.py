"""Your decisions are right and your numbers are one too low: you count the requests read from 0, so a decision at the
second request says 1. The number is how many outcomes you have read, the deciding one included (and 0 only if there
was none).
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = math.log((1 - beta) / alpha), math.log(beta / (1 - alpha))
    evidence, read = 0.0, 0
    for read, outcome in enumerate(outcomes):
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
