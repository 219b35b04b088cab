"""You add up logarithms and compare the sum with limits that aren't logarithms. The lower one, about 0.1, is reached
by the first request that's answered, and you promote after one success. Either multiply the ratios and keep these
limits, or add logarithms and take the limits' logarithms, too.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = (1 - beta) / alpha, beta / (1 - alpha)
    evidence, read = 0.0, 0
    for outcome in outcomes:
        read += 1
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
