"""Failures speak for the release in your code, and successes against it: the ratio has p0 above the bar and p1 below.
So a canary that answers everything is rolled back, and one that answers nothing is promoted. Evidence is meant to grow
with what's more likely under p1, the bad rate.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = math.log((1 - beta) / alpha), math.log(beta / (1 - alpha))
    evidence, read = 0.0, 0
    for outcome in outcomes:
        read += 1
        evidence += math.log(p0 / p1) if outcome else math.log((1 - p0) / (1 - p1))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
