"""Two versions, the same 400 cases: separate intervals, then pairs (invented)."""

from math import comb, sqrt

BOTH, ONLY_OLD, ONLY_NEW, NEITHER = 316, 6, 20, 58  # who passed the case
N = BOTH + ONLY_OLD + ONLY_NEW + NEITHER
Z = 1.96


def wilson(passed: int) -> str:
    rate, shrink = passed / N, 1 + Z**2 / N
    center = (rate + Z**2 / (2 * N)) / shrink
    half = Z / shrink * sqrt(rate * (1 - rate) / N + Z**2 / (4 * N**2))
    return f"{rate:.1%}, 95% interval {center - half:.1%} to {center + half:.1%}"


def mcnemar(b: int, c: int) -> float:
    """Exact, two-sided: a fair coin for each case on which they differ."""
    tail = sum(comb(b + c, k) for k in range(max(b, c), b + c + 1))
    return min(1.0, 2 * tail / 2 ** (b + c))


print("old", wilson(BOTH + ONLY_OLD))
print("new", wilson(BOTH + ONLY_NEW))
difference = (ONLY_NEW - ONLY_OLD) / N
spread = sqrt(ONLY_NEW + ONLY_OLD - (ONLY_NEW - ONLY_OLD) ** 2 / N) / N
low, high = difference - Z * spread, difference + Z * spread
print(f"difference {difference:.1%}, 95% interval {low:.1%} to {high:.1%}")
p = mcnemar(ONLY_OLD, ONLY_NEW)
print(f"p = {p:.3f} from {ONLY_OLD + ONLY_NEW} cases that differ")
