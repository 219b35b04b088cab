"""From counts to a decision: go, no-go, or not enough cases (invented)."""

from math import sqrt

Z = 1.96  # for a two-sided 95% interval
RESULTS = {  # behavior: passed, cases, the least we accept
    "every claim is supported": (190, 200, 0.90),
    "declines without evidence": (41, 60, 0.80),
    "cites the right passage": (92, 100, 0.90),
    "keeps its answer, rephrased": (50, 50, 0.95),
}


def wilson(passed: int, n: int) -> tuple[float, float]:
    """The Wilson score interval: which true rates fit what was seen?"""
    rate, shrink = passed / n, 1 + Z**2 / n
    center = (rate + Z**2 / (2 * n)) / shrink
    half = Z / shrink * sqrt(rate * (1 - rate) / n + Z**2 / (4 * n**2))
    return center - half, center + half


for behavior, (passed, n, least) in RESULTS.items():
    low, high = wilson(passed, n)
    decision = "more cases"
    if low >= least:
        decision = "go"
    elif high < least:
        decision = "no-go"
    print(f"{behavior:27} {passed / n:4.0%} of {n:3}, {low:.0%} to {high:.0%}: ", end="")
    print(decision)
