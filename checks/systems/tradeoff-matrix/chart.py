"""The configurations in configurations.json, on the front or off it."""

import json
from pathlib import Path


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (P95 in ms, USD per 1,000 requests) of the configurations on the front, and of the others."""
    configs = json.loads(Path("configurations.json").read_text(encoding="utf-8"))["configurations"]
    kept = set(answer.front(configs))
    points = [(config["p95_ms"], config["usd_per_1000"], config["name"] in kept) for config in configs]
    return {
        "on the front": sorted((ms, usd) for ms, usd, is_kept in points if is_kept),
        "dominated": sorted((ms, usd) for ms, usd, is_kept in points if not is_kept),
    }
