"""Where to set a content filter, so that it stops blocking harmless requests and keeps its recall."""

import json
from collections.abc import Sequence

Split = Sequence[tuple[float, bool]]  # (score, is harmful) of each request


def rates(split: Split, threshold: float) -> tuple[float, float]:
    """Return (false-positive rate, recall) of flagging scores at or above the threshold."""
    raise NotImplementedError("write rates first")


def pick_threshold(split: Split, recall_floor: float) -> float:
    """Return the highest observed score at which recall is at least the floor."""
    raise NotImplementedError("then write pick_threshold")


def report(tuning: Split, test: Split, recall_floor: float) -> tuple[float, float, float]:
    """Return (threshold, false-positive rate, recall): picked on one split, measured on the other."""
    raise NotImplementedError("and last write report")


def load(name: str, customer: str | None = None) -> list[tuple[float, bool]]:
    """Return a split, or one customer's part of it, without what nobody could label. This part is done for you."""
    with open("moderation.json", encoding="utf-8") as file:
        rows = json.load(file)[name]
    labeled = [row for row in rows if row["harmful"] is not None]
    return [(row["score"], row["harmful"]) for row in labeled if customer in (None, row["customer"])]


if __name__ == "__main__":  # Run compares the threshold in use with yours
    print("in use:    0.500  FPR {:.1%}  recall {:.1%}".format(*rates(load("test"), 0.5)))
    threshold, fpr, recall = report(load("tuning"), load("test"), 0.93)
    print(f"floor 93%: {threshold:.3f}  FPR {fpr:.1%}  recall {recall:.1%}")
    for customer in ("bank", "hospital", "school", "shop"):
        part = load("test", customer)
        (before, _), (after, _) = rates(part, 0.5), rates(part, threshold)
        print(f"  {customer:8} {len(part):3} requests, FPR {before:5.1%} -> {after:5.1%}")
