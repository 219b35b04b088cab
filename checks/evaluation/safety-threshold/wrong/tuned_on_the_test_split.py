"""Your `report` picks the threshold on the very requests that it's measured on. Of all thresholds it takes the one that
looks best on *these*, luck included, and so the floor always seems to hold. Tomorrow's requests weren't asked. Pick on
one split, measure on the other, and let recall miss the floor if it does.
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
    if recall_floor <= 0 or not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    rates(tuning, 0.0)
    threshold = pick_threshold(test, recall_floor)
    return threshold, *rates(test, threshold)
