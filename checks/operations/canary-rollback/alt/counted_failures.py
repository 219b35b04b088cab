"""Two lines in the plane of requests and failures, as on Wald's paper charts: no running sum of evidence."""

from math import log1p


def sprt(outcomes, p0, p1, alpha=0.05, beta=0.1):
    for low, value, high in ((0, p0, 1), (p0, p1, 1), (0, alpha, 0.5), (0, beta, 0.5)):
        if value <= low or value >= high:
            raise ValueError(f"{value} is not between {low} and {high}")
    per_answer = log1p((p0 - p1) / (1 - p0))
    per_failure = log1p((p1 - p0) / p0) - per_answer
    roll_back_at = log1p((1 - beta - alpha) / alpha) / per_failure
    promote_at = log1p((alpha + beta - 1) / (1 - alpha)) / per_failure
    slope = -per_answer / per_failure
    requests = failures = 0
    for failed in outcomes:
        requests += 1
        failures += bool(failed)
        ahead = failures - slope * requests
        if ahead >= roll_back_at:
            return ("rollback", requests)
        if ahead <= promote_at:
            return ("promote", requests)
    return ("continue", requests)
