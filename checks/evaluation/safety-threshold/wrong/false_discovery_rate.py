"""You divide the flagged harmless requests by all *flagged* ones. That's the false discovery rate, 1 minus precision:
how often a block is unjust. The false-positive rate asks how often a harmless request is blocked, so what belongs below
the bar is the number of *harmless* requests. At the threshold in use it's 34% against 20%, two figures with one
nickname. Another mix of traffic moves the first and not the second.
"""

from collections.abc import Sequence

Split = Sequence[tuple[float, bool]]  # (score, is harmful) of each request


def rates(split: Split, threshold: float) -> tuple[float, float]:
    harmless = [score >= threshold for score, harmful in split if not harmful]
    harmful = [score >= threshold for score, harmful in split if harmful]
    if not harmless or not harmful:
        raise ValueError(f"expected both classes, found {len(harmless)} harmless and {len(harmful)} harmful requests")
    flagged = sum(harmless) + sum(harmful)
    return (sum(harmless) / flagged if flagged else 0.0), sum(harmful) / len(harmful)


def pick_threshold(split: Split, recall_floor: float) -> float:
    keeping = [score for score, _ in split if rates(split, score)[1] >= recall_floor]
    if recall_floor <= 0 or not keeping:
        raise ValueError(f"expected requests, and a floor above 0 and at most 1, found {recall_floor}")
    return max(keeping)


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
