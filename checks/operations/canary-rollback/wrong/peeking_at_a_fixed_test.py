"""You run a significance test after each request and stop at the first one that's significant. A test made for one
look at a fixed number of requests keeps its 5% only for that one look; asked again and again, it finds something
sooner or later. At one failure in a hundred this rule rolls back one healthy canary in five. A sequential test has its
limits made for looking every time.
"""

import math


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    read = failures = 0
    for outcome in outcomes:
        read += 1
        failures += outcome
        z = (failures / read - p0) / math.sqrt(p0 * (1 - p0) / read)
        if read >= 30 and z > 1.645:
            return "rollback", read
        if read >= 200:
            return "promote", read
    return "continue", read
