"""The price of added time on the day in day.json, from 0 to 200 ms."""

import json
from pathlib import Path

ASSUMPTIONS = {
    "burst": 1.5,
    "slots": 8,
    "busy": 0.8,
    "replica_usd_per_hour": 2.8,
    "timeout_ms": 1800,
    "timeout_usd": 0.01,
    "answered_usd": 0.004,
    "loss_per_100_ms": 0.006,
}


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (added ms, USD a day) for the three parts together, and for the replicas alone."""
    day = json.loads(Path("day.json").read_text(encoding="utf-8"))
    parts = {added_ms: answer.added_usd_per_day(added_ms, day, ASSUMPTIONS) for added_ms in range(0, 201, 5)}
    return {
        "together": [(added_ms, sum(usd.values())) for added_ms, usd in parts.items()],
        "replicas alone": [(added_ms, usd["replicas"]) for added_ms, usd in parts.items()],
    }
