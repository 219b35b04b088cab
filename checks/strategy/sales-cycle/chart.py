"""What the checklist of the slide brings, less its cost, against the promised percent in both readings."""

import json
from pathlib import Path

EFFECT = {"review_length": 4, "review_unit": "working_days", "hours_saved": 40, "usd_per_hour": 90, "margin": 0.7}
COST_USD = 400_000


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (percent promised, value less cost in 1,000 USD) for both readings."""
    base = answer.baseline(json.loads(Path("deals.json").read_text(encoding="utf-8"))["deals"])

    def net(percent: int, reading: str) -> float:
        parts = answer.value_usd(base, {**EFFECT, "win_percent": percent}, reading)
        return (sum(parts.values()) - COST_USD) / 1000

    return {
        reading: [(percent, net(percent, reading)) for percent in range(0, 51, 2)] for reading in ("relative", "points")
    }
