"""Your rule has one way out. It can roll back, but however many requests are answered, it never says "promote", so a
healthy canary stays at 5% for ever, and every look is one more chance of a false alarm. The evidence has a lower
limit, too. Which formula is it?
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper = math.log((1 - beta) / alpha)
    evidence, read = 0.0, 0
    for outcome in outcomes:
        read += 1
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
    return "continue", read
