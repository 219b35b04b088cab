"""You compare the failure rate so far with a limit. After one request that rate is 0% or 100%, so a single early
failure rolls back a healthy release: with p0 = 0.01 and 200 requests, about one in five. How much a failure tells
depends on how many requests there were. Add up the evidence, request by request, and stop when it's strong enough.
"""


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    if not 0 < p0 < p1 < 1:
        raise ValueError("rates")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError("errors")
    failures = read = 0
    for outcome in outcomes:
        read += 1
        failures += outcome
        if failures / read >= p1:
            return "rollback", read
        if read >= 200:
            return "promote", read
    return "continue", read
