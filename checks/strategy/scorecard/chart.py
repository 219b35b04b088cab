"""How far the leader of card.json is ahead, as the weight of one measure moves and the others give way."""

import json
from pathlib import Path

SHOWN = {"days to release": "days_to_release", "net retention": "net_retention_percent"}


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (weight, lead over the best other proposal) for two of the measures."""
    card = json.loads(Path("card.json").read_text(encoding="utf-8"))
    options, measures, weights = card["proposals"], card["measures"], card["weights"]
    now = answer.scores(options, measures, weights)
    leader = max(now, key=now.__getitem__)

    def lead(measure: str, weight: float) -> float:
        total = answer.scores(options, measures, answer.shifted(weights, measure, weight))
        return total.pop(leader) - max(total.values())

    grid = [percent / 100 for percent in range(2, 100, 2)]
    return {label: [(weight, lead(measure, weight)) for weight in grid] for label, measure in SHOWN.items()}
