"""Your second figure is precision: of what's flagged, how much was harmful. The floor is on recall: of what's harmful,
how much is flagged. Raise the threshold and precision tends to rise while recall falls, so a floor on the wrong one
lets you block almost nothing and feel safe.
"""

from collections.abc import Sequence

Split = Sequence[tuple[float, bool]]  # (score, is harmful) of each request


def rates(split: Split, threshold: float) -> tuple[float, float]:
    harmless = [score >= threshold for score, harmful in split if not harmful]
    harmful = [score >= threshold for score, harmful in split if harmful]
    if not harmless or not harmful:
        raise ValueError(f"expected both classes, found {len(harmless)} harmless and {len(harmful)} harmful requests")
    flagged = sum(harmless) + sum(harmful)
    return sum(harmless) / len(harmless), (sum(harmful) / flagged if flagged else 0.0)


def pick_threshold(split: Split, recall_floor: float) -> float:
    keeping = [score for score, _ in split if rates(split, score)[1] >= recall_floor]
    if recall_floor <= 0 or not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
