"""History per group as sorted times with running sums, looked up by bisection; the AUC from mid-ranks."""

from bisect import bisect_left
from itertools import accumulate


def history_of(rows, key):
    events = {}
    for row in rows:
        events.setdefault(row[key], []).append((row["time_s"], row["clicked"]))
    history = {}
    for group, pairs in events.items():
        pairs.sort()
        history[group] = [time for time, _ in pairs], [0, *accumulate(clicked for _, clicked in pairs)]
    return history


def as_of_rates(rows, key, default=0.1):
    history = history_of(rows, key)

    def known(row):
        times, clicks = history[row[key]]
        before = bisect_left(times, row["time_s"])
        return clicks[before] / before if before else default

    return [known(row) for row in rows]


def leaking(rows, features, default=0.1):
    found = set()
    for column, key in features.items():
        gaps = [abs(row[column] - known) for row, known in zip(rows, as_of_rates(rows, key, default), strict=True)]
        if max(gaps, default=0) > 0.001:
            found.add(column)
    return sorted(found)


def auc(scores, labels):
    pairs = list(zip(scores, labels, strict=True))
    ordered = sorted(scores)
    mid_rank = {score: ordered.index(score) + (ordered.count(score) + 1) / 2 for score in set(ordered)}
    clicked = sum(1 for _, label in pairs if label)
    others = len(pairs) - clicked
    if clicked * others == 0:
        raise ValueError("one class only")
    ranks = sum(mid_rank[score] for score, label in pairs if label)
    return (ranks - clicked * (clicked + 1) / 2) / (clicked * others)


def quality(rows, column, key, cut_s, default=0.1):
    known = as_of_rates(rows, key, default)
    late = [number for number, row in enumerate(rows) if not row["time_s"] < cut_s]
    labels = [rows[number]["clicked"] for number in late]
    return tuple(auc(values, labels) for values in ([rows[n][column] for n in late], [known[n] for n in late]))
