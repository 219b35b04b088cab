"""What do 50 ms more cost? Replicas, timeouts and lost earnings, in dollars a day."""

import json
from collections.abc import Mapping, Sequence
from math import ceil

NAMES = {
    "burst",
    "slots",
    "busy",
    "replica_usd_per_hour",
    "timeout_ms",
    "timeout_usd",
    "answered_usd",
    "loss_per_100_ms",
}


def replicas(arrivals_per_s: float, held_ms: float, slots: float, busy: float) -> int:
    """Return how many replicas keep up, by Little's law."""
    if arrivals_per_s < 0 or held_ms <= 0 or slots <= 0 or not 0 < busy <= 1:
        raise ValueError(f"no fleet for {arrivals_per_s}/s, {held_ms} ms, {slots} slots, {busy} busy")
    in_flight = arrivals_per_s * held_ms / 1000
    return ceil(in_flight / (slots * busy))


def with_delay(latencies_ms: Sequence[float], added_ms: float, timeout_ms: float) -> tuple[float, float]:
    """Return (mean ms for which a request holds its slot, share of requests that time out)."""
    if not latencies_ms or added_ms < 0 or timeout_ms <= 0:
        raise ValueError(f"{len(latencies_ms)} latencies, {added_ms} ms added, timeout after {timeout_ms} ms")
    delayed = [latency_ms + added_ms for latency_ms in latencies_ms]
    held = [min(latency_ms, timeout_ms) for latency_ms in delayed]
    late = [latency_ms > timeout_ms for latency_ms in delayed]
    return sum(held) / len(held), sum(late) / len(late)


def added_usd_per_day(added_ms: float, day: Mapping, assumptions: Mapping[str, float]) -> dict[str, float]:
    """Return what the added time costs a day, by part: replicas, timeouts, earnings."""
    if assumptions.keys() != NAMES:
        raise ValueError(f"missing or unknown: {sorted(assumptions.keys() ^ NAMES)}")
    if min(assumptions.values()) < 0:
        raise ValueError("an assumption is negative")
    peak_per_s = assumptions["burst"] * max(day["requests_per_hour"]) / 3600
    before_ms, late_before = with_delay(day["latencies_ms"], 0, assumptions["timeout_ms"])
    after_ms, late_after = with_delay(day["latencies_ms"], added_ms, assumptions["timeout_ms"])
    before, after = (
        replicas(peak_per_s, held_ms, assumptions["slots"], assumptions["busy"]) for held_ms in (before_ms, after_ms)
    )
    requests = sum(day["requests_per_hour"])
    lost = assumptions["loss_per_100_ms"] * added_ms / 100
    return {
        "replicas": (after - before) * assumptions["replica_usd_per_hour"] * 24,
        "timeouts": (late_after - late_before) * requests * assumptions["timeout_usd"],
        "earnings": (1 - late_after) * requests * assumptions["answered_usd"] * lost,
    }


def sensitivity(
    added_ms: float, day: Mapping, assumptions: Mapping[str, float], change: float = 0.1
) -> dict[str, float]:
    """Return for each assumption: the total with it raised by `change`, less the total with it lowered."""
    if change <= 0:  # with a change of 1 or more no slots are left, which replicas refuses
        raise ValueError(f"expected a change between 0 and 1, found {change}")

    def total(name: str, factor: float) -> float:
        return sum(added_usd_per_day(added_ms, day, {**assumptions, name: assumptions[name] * factor}).values())

    return {name: total(name, 1 + change) - total(name, 1 - change) for name in assumptions}


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
