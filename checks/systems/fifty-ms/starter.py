"""What do 50 ms more cost? Replicas, timeouts and lost earnings, in dollars a day."""

import json
from collections.abc import Mapping, Sequence


def replicas(arrivals_per_s: float, held_ms: float, slots: float, busy: float) -> int:
    """Return how many replicas keep up, by Little's law."""
    raise NotImplementedError("write replicas first")


def with_delay(latencies_ms: Sequence[float], added_ms: float, timeout_ms: float) -> tuple[float, float]:
    """Return (mean ms for which a request holds its slot, share of requests that time out)."""
    raise NotImplementedError("then write with_delay")


def added_usd_per_day(added_ms: float, day: Mapping, assumptions: Mapping[str, float]) -> dict[str, float]:
    """Return what the added time costs a day, by part: replicas, timeouts, earnings."""
    raise NotImplementedError("then write added_usd_per_day")


def sensitivity(
    added_ms: float, day: Mapping, assumptions: Mapping[str, float], change: float = 0.1
) -> dict[str, float]:
    """Return for each assumption: the total with it raised by `change`, less the total with it lowered."""
    raise NotImplementedError("then write sensitivity")


def load() -> dict:
    """Return the day in day.json. This part is done for you."""
    with open("day.json", encoding="utf-8") as file:
        return json.load(file)


OURS = {
    "burst": 1.5,
    "slots": 8,
    "busy": 0.8,
    "replica_usd_per_hour": 2.8,
    "timeout_ms": 1800,
    "timeout_usd": 0.01,
    "answered_usd": 0.004,
    "loss_per_100_ms": 0.006,
}

if __name__ == "__main__":  # Run prices 50 ms on the day, and shows which assumption carries the price
    parts = added_usd_per_day(50, load(), OURS)
    for part, usd in parts.items():
        print(f"{part:9} {usd:8,.0f} USD a day")
    print(f"together  {sum(parts.values()):8,.0f} USD a day\n\nfrom 10% less to 10% more of:")
    swings = sensitivity(50, load(), OURS)
    for name in sorted(swings, key=lambda name: -abs(swings[name])):
        print(f"  {name:21} {swings[name]:+7,.0f} USD a day")
