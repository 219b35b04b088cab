"""A floor of 0 is met by every threshold, so you return the highest score there is and switch the filter off. Whoever
asks for "at least 0" has mistyped, or has read a setting that wasn't there. Refuse floors outside (0, 1] with a
`ValueError`.
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
    keeping = [score for score, _ in split if rates(split, score)[1] >= recall_floor]
    if not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
