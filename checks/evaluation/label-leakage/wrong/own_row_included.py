"""A row of yours counts for its own average, since it isn't earlier than itself, but not later either. That's the
smallest leak there is and among the strongest: where an item was shown three times, a third of the feature *is* the
label. Only strictly earlier rows were known.
"""

from collections.abc import Mapping, Sequence
from math import isclose

Row = Mapping[str, object]


def as_of_rates(rows: Sequence[Row], key: str, default: float = 0.1) -> list[float]:
    rates = []
    for number, row in enumerate(rows):
        seen = [
            other["clicked"]
            for place, other in enumerate(rows)
            if other[key] == row[key] and other["time_s"] <= row["time_s"]
        ]
        rates.append(sum(seen) / len(seen) if seen else default)
    return rates


def leaking(rows: Sequence[Row], features: Mapping[str, str], default: float = 0.1) -> list[str]:
    honest = {column: as_of_rates(rows, key, default) for column, key in features.items()}
    return sorted(
        column
        for column, known in honest.items()
        if not all(isclose(row[column], rate, abs_tol=0.001) for row, rate in zip(rows, known))
    )


def auc(scores: Sequence[float], labels: Sequence[int]) -> float:
    if len(scores) != len(labels):
        raise ValueError(f"expected a label per score, found {len(scores)} scores and {len(labels)} labels")
    clicked = [score for score, label in zip(scores, labels) if label]
    others = [score for score, label in zip(scores, labels) if not label]
    if not clicked or not others:
        raise ValueError("expected clicked rows and others, found one kind only")
    won = sum((high > low) + (high == low) / 2 for high in clicked for low in others)
    return won / (len(clicked) * len(others))


def quality(rows: Sequence[Row], column: str, key: str, cut_s: float, default: float = 0.1) -> tuple[float, float]:
    known = as_of_rates(rows, key, default)
    test = [(row[column], rate, row["clicked"]) for row, rate in zip(rows, known) if row["time_s"] >= cut_s]
    labels = [clicked for _, _, clicked in test]
    return auc([stored for stored, _, _ in test], labels), auc([rate for _, rate, _ in test], labels)
