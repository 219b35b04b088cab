"""The trade-off of the lab: what raising the threshold does to either rate, on the tuning split of moderation.json."""

import json
from pathlib import Path
from types import ModuleType

STEPS = 50


def curves(answer: ModuleType) -> dict[str, list[tuple[float, float]]]:
    """Return, for 51 thresholds from 0 to 1, the answer's false-positive rate and its recall, in percent."""
    rows = json.loads(Path("moderation.json").read_text(encoding="utf-8"))["tuning"]
    split = [(row["score"], row["harmful"]) for row in rows if row["harmful"] is not None]
    thresholds = [step / STEPS for step in range(STEPS + 1)]
    measured = [(threshold, *answer.rates(split, threshold)) for threshold in thresholds]
    return {
        "false-positive rate": [(threshold, 100 * fpr) for threshold, fpr, _ in measured],
        "recall": [(threshold, 100 * recall) for threshold, _, recall in measured],
    }
