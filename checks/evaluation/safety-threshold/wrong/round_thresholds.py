"""You try 0.00, 0.01, … 1.00. Between two such steps there can be many requests, and a step need not be a score anybody
got, so the result is up to a hundredth too low or was never observed. Only the scores that occur can change anything;
try those.
"""

from collections.abc import Sequence

Split = Sequence[tuple[float, bool]]  # (score, is harmful) of each request


def rates(split: Split, threshold: float) -> tuple[float, float]:
    harmless = [score >= threshold for score, harmful in split if not harmful]
    harmful = [score >= threshold for score, harmful in split if harmful]
    if not harmless or not harmful:
        raise ValueError(f"expected both classes, found {len(harmless)} harmless and {len(harmful)} harmful requests")
    return sum(harmless) / len(harmless), sum(harmful) / len(harmful)


def pick_threshold(split: Split, recall_floor: float) -> float:
    candidates = [number / 100 for number in range(101)]
    keeping = [at for at in candidates if rates(split, at)[1] >= recall_floor]
    if recall_floor <= 0 or not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
