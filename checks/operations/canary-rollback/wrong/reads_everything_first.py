"""You collect all outcomes before you look at the first (a `list(...)` will do it). A canary doesn't end while you
watch it, so this waits for ever, and it gives away the whole point of a sequential test: to stop while few customers
have been hurt. Go through the outcomes one at a time and return from inside the loop.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = math.log((1 - beta) / alpha), math.log(beta / (1 - alpha))
    evidence, read = 0.0, 0
    for outcome in list(outcomes):
        read += 1
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
