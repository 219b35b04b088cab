"""How slow was the night? Percentiles of a batch that ran on several shards."""

import json
from collections.abc import Iterable
from itertools import chain


def percentile(values: Iterable[float], q: float) -> float:
    """Return the q-th percentile by nearest rank; raise ValueError for no values or q outside (0, 100]."""
    raise NotImplementedError("write percentile first")


def merged_percentile(shards: Iterable[Iterable[float]], q: float) -> float:
    """Return the q-th percentile of all shards' values together; raise ValueError where percentile does."""
    raise NotImplementedError("then write merged_percentile")


def load() -> dict[str, list[tuple[int, int]]]:
    """Return (minute since midnight, latency in ms) of each request, by shard. This part is done for you."""
    with open("overnight.json", encoding="utf-8") as file:
        return json.load(file)["shards"]


if __name__ == "__main__":  # Run shows your functions at work on the night
    night = load()
    shards_ms = {name: [ms for _, ms in rows] for name, rows in night.items()}
    for name, values_ms in shards_ms.items():
        print(f"{name}: {len(values_ms):4} requests", f"P95 {percentile(values_ms, 95):5} ms" if values_ms else "")
    print("together:", *(f"P{q} {merged_percentile(shards_ms.values(), q)} ms" for q in (50, 95, 99)))
    quarters = {start: [] for start in range(0, 480, 15)}
    for minute, ms in chain(*night.values()):
        quarters[minute // 15 * 15].append(ms)
    slowest = sorted(quarters, key=lambda start: percentile(quarters[start], 95), reverse=True)[:3]
    print("slowest quarter hours, by P95:")
    for start in slowest:
        p50, p95 = (percentile(quarters[start], q) for q in (50, 95))
        print(f"  {start // 60:02}:{start % 60:02}  {len(quarters[start])} requests, P50 {p50} ms, P95 {p95} ms")
