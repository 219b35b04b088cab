"""Write impressions.csv, an invented training table of a recommender, with three averages of the label as features.

Two were computed as of each row's time. The third, the shelf's, was computed over the finished table, so it holds the
row's own label and later ones. Rows come in the order of an export, by user, and several share a second.
"""

import csv
import io
from pathlib import Path
from random import Random

DAYS = 14
DEFAULT = 0.1
USERS, ITEMS = 24, 60


def impressions(rng: Random) -> list[dict]:
    """Return what was shown to whom, when, and whether it was clicked."""
    users = [rng.choice([0.03, 0.08, 0.2, 0.65]) for _ in range(USERS)]
    items = [rng.betavariate(2, 4) for _ in range(ITEMS)]
    rows = []
    for _ in range(520):
        user, item = int(rng.triangular(0, USERS, 3)), int(rng.random() ** 1.6 * ITEMS)
        likes = users[user] * (0.5 + 1.5 * items[item])
        time_s = rng.randrange(DAYS * 24) * 3600  # logged by the hour, so times repeat
        row = {"time_s": time_s, "user": f"u{user:02}", "item": f"i{item:02}", "shelf": f"s{item % 7}"}
        rows.append(row | {"clicked": int(rng.random() < likes)})
    return sorted(rows, key=lambda row: (row["user"], row["item"]))


def mean(clicks: list[int]) -> float:
    """Return the mean to four digits, the default where there is nothing to average."""
    return round(sum(clicks) / len(clicks), 4) if clicks else DEFAULT


def add_features(rows: list[dict]) -> None:
    """Add two honest averages and the leaking one."""
    for row in rows:
        earlier = [other for other in rows if other["time_s"] < row["time_s"]]
        row["user_rate"] = mean([other["clicked"] for other in earlier if other["user"] == row["user"]])
        row["shelf_rate"] = mean([other["clicked"] for other in earlier if other["shelf"] == row["shelf"]])
        row["item_rate"] = mean([other["clicked"] for other in rows if other["item"] == row["item"]])


def main() -> None:
    """Write the file beside this script."""
    rows = impressions(Random(59))
    add_features(rows)
    text = io.StringIO()
    names = ["time_s", "user", "item", "shelf", "user_rate", "item_rate", "shelf_rate", "clicked"]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    Path(__file__).with_name("impressions.csv").write_text(text.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
