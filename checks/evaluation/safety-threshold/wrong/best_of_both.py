"""You take the threshold at which recall minus false-positive rate is largest (Youden's J). That treats a missed harm
and a blocked harmless request as equals, at rates nobody agreed on, and it never looks at the floor. The agreement has
one limit and one wish: keep the floor, and go as high as it lets you.
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
    return max((score for score, _ in split), key=lambda at: rates(split, at)[1] - rates(split, at)[0])


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    threshold = pick_threshold(tuning, recall_floor)
    return threshold, *rates(test, threshold)
