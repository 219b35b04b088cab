"""Only failures move your evidence; a request that was answered counts for nothing. So two failures are two failures,
be they one after the other or a thousand requests apart, and sooner or later every release is rolled back. A success
is evidence as well, a little of it each time, and it points the other way.
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
        evidence += math.log(p1 / p0) if outcome else 0.0
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
