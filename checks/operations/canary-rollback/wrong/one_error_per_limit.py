"""Each of your limits knows one of the two errors only: 1 / alpha above, beta below. Wald's limits have the other one
in them as well, since a rollback must be not only unlikely for a healthy release but likely for a broken one. Yours
are further out, so every decision takes longer than it needs to.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    upper, lower = math.log(1 / alpha), math.log(beta)
    evidence, read = 0.0, 0
    for outcome in outcomes:
        read += 1
        evidence += math.log(p1 / p0) if outcome else math.log((1 - p1) / (1 - p0))
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
