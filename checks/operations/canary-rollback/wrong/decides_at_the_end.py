"""You add up the evidence of all outcomes and compare it with the limits once, after the last. Then bad luck and good
luck later on can undo a decision that was due long before, the number read is always all of them, and an endless
stream is never judged. Compare after each outcome.
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
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
    if evidence >= upper:
        return "rollback", read
    if evidence <= lower:
        return "promote", read
    return "continue", read
