"""For a class without members you return a rate of 0. A split with no harmless requests then has "0% false positives",
the best figure there is, from no evidence at all. Nothing of nothing isn't 0; the task asks for a `ValueError`.
"""

from collections.abc import Sequence

Split = Sequence[tuple[float, bool]]  # (score, is harmful) of each request


def rates(split: Split, threshold: float) -> tuple[float, float]:
    harmless = [score >= threshold for score, harmful in split if not harmful]
    harmful = [score >= threshold for score, harmful in split if harmful]
    return sum(harmless) / max(len(harmless), 1), sum(harmful) / max(len(harmful), 1)


def pick_threshold(split: Split, recall_floor: float) -> float:
    keeping = [score for score, _ in split if rates(split, score)[1] >= recall_floor]
    if recall_floor <= 0 or not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
