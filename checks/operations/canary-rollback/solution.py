"""Roll back, promote, or keep watching?"""

import math
from collections.abc import Iterable


def sprt(outcomes: Iterable[bool], p0: float, p1: float, alpha: float = 0.05, beta: float = 0.1) -> tuple[str, int]:
    """Return ("rollback" | "promote" | "continue", outcomes read), by Wald's sequential test of p1 against p0."""
    if not 0 < p0 < p1 < 1:
        raise ValueError(f"expected 0 < p0 < p1 < 1, found p0 = {p0} and p1 = {p1}")
    if not (0 < alpha < 0.5 and 0 < beta < 0.5):
        raise ValueError(f"expected alpha and beta between 0 and 0.5, found {alpha} and {beta}")
    upper, lower = math.log((1 - beta) / alpha), math.log(beta / (1 - alpha))
    failed, answered = math.log(p1 / p0), math.log((1 - p1) / (1 - p0))
    evidence, read = 0.0, 0  # evidence: the log-likelihood ratio of p1 to p0
    for read, outcome in enumerate(outcomes, start=1):
        evidence += failed if outcome else answered
        if evidence >= upper:
            return "rollback", read
        if evidence <= lower:
            return "promote", read
    return "continue", read
