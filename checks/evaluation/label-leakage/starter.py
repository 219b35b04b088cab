"""Which feature of a training table has seen the label, and what is it worth without?"""

import csv
from collections.abc import Mapping, Sequence

Row = Mapping[str, object]


def as_of_rates(rows: Sequence[Row], key: str, default: float = 0.1) -> list[float]:
    """Return, per row, the mean of clicked over strictly earlier rows with the same key, or the default."""
    raise NotImplementedError("write as_of_rates first")


def leaking(rows: Sequence[Row], features: Mapping[str, str], default: float = 0.1) -> list[str]:
    """Return the columns, sorted, that hold another value than was known at some row's time."""
    raise NotImplementedError("then write leaking")


def auc(scores: Sequence[float], labels: Sequence[int]) -> float:
    """Return the share of (clicked, not clicked) pairs that the scores put in order, a tie counting half."""
    raise NotImplementedError("then write auc")


def quality(rows: Sequence[Row], column: str, key: str, cut_s: float, default: float = 0.1) -> tuple[float, float]:
    """Return the AUC from cut_s on, of a column as stored and as it was known at each row's time."""
    raise NotImplementedError("and last write quality")


FEATURES = {"user_rate": "user", "item_rate": "item", "shelf_rate": "shelf"}


def load() -> list[dict]:
    """Return the rows of the table, numbers as numbers. This part is done for you."""
    with open("impressions.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counts, rates = ("time_s", "clicked"), tuple(FEATURES)
    return [
        {name: int(text) if name in counts else float(text) if name in rates else text for name, text in row.items()}
        for row in rows
    ]


if __name__ == "__main__":  # Run shows your functions at work on the table
    table = load()
    print("leaking:", leaking(table, FEATURES))
    print("AUC from day 10 on   stored   as known at the time")
    for column, key in FEATURES.items():
        stored, known = quality(table, column, key, cut_s=10 * 86_400)
        print(f"{column:20} {stored:.3f}    {known:.3f}")
