"""The two error rates have changed places. `alpha` is the risk of rolling back a healthy release and belongs to the
limit for rollback, as the number you divide by; `beta` is the risk of promoting a broken one. With 0.05 and 0.1 you
hardly notice in a plot, but you've taken twice the false alarms that were agreed on. Try alpha = 0.01 and beta = 0.2.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = math.log((1 - alpha) / beta), math.log(alpha / (1 - beta))
    evidence, read = 0.0, 0
    for outcome in outcomes:
        read += 1
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
