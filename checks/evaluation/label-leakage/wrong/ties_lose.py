"""A pair in which both rows have the same score counts as lost in your AUC. Averages over few rows tie all the time,
and every row without history has the default; a constant score comes out at 0, worse than a coin. A tie is half a win.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from math import isclose

Row = Mapping[str, object]


def as_of_rates(rows: Sequence[Row], key: str, default: float = 0.1) -> list[float]:
    clicks, shown = defaultdict(int), defaultdict(int)
    rates = [default] * len(rows)
    in_time = sorted(range(len(rows)), key=lambda number: rows[number]["time_s"])
    for _, same_time in groupby(in_time, key=lambda number: rows[number]["time_s"]):
        numbers = list(same_time)
        for number in numbers:  # all of one moment are rated before any of them counts
            group = rows[number][key]
            rates[number] = clicks[group] / shown[group] if shown[group] else default
        for number in numbers:
            group = rows[number][key]
            clicks[group] += rows[number]["clicked"]
            shown[group] += 1
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
    won = sum(high > low for high in clicked for low in others)
    return won / (len(clicked) * len(others))


def quality(rows: Sequence[Row], column: str, key: str, cut_s: float, default: float = 0.1) -> tuple[float, float]:
    known = as_of_rates(rows, key, default)
    test = [(row[column], rate, row["clicked"]) for row, rate in zip(rows, known) if row["time_s"] >= cut_s]
    labels = [clicked for _, _, clicked in test]
    return auc([stored for stored, _, _ in test], labels), auc([rate for _, rate, _ in test], labels)
