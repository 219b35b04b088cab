"""How many GPUs does the busiest hour need, and how should they batch?"""

import json
from collections.abc import Sequence
from itertools import product

Setting = tuple[float, int]  # window in ms, largest batch


def completions_ms(
    arrivals_ms: Sequence[float], window_ms: float, max_batch: int, fixed_ms: float = 60.0, each_ms: float = 8.0
) -> list[float]:
    """Return when each request's batch is done, in the order of arrivals_ms; raise ValueError for bad input."""
    raise NotImplementedError("write completions_ms first")


def measure(arrivals_ms: Sequence[float], completions_ms: Sequence[float]) -> dict[str, float]:
    """Return throughput_per_s, in_system, latency_ms and p95_ms of a run; raise ValueError where there are none."""
    raise NotImplementedError("then write measure")


def fewest_replicas(
    arrivals_ms: Sequence[float],
    settings: Sequence[Setting],
    slo_ms: float,
    max_replicas: int,
    fixed_ms: float = 60.0,
    each_ms: float = 8.0,
) -> tuple[int, float, int] | None:
    """Return (replicas, window_ms, max_batch) with the fewest replicas that keep P95 within slo_ms, None if too few."""
    raise NotImplementedError("then write fewest_replicas")


def load() -> list[float]:
    """Return when each request of the log arrived, in ms. This part is done for you."""
    with open("arrivals.json", encoding="utf-8") as file:
        return json.load(file)["arrivals_ms"]


if __name__ == "__main__":  # Run shows what one GPU does with the log, and how many it takes
    log = load()
    print(f"one GPU, {len(log)} requests, window and largest batch:")
    for setting in product((0, 50, 200), (4, 32)):
        figures = measure(log, completions_ms(log, *setting))
        print(f"  {setting!s:9}", "  ".join(f"{name} {value:7.1f}" for name, value in figures.items()))
    grid = list(product((0, 20, 200), (1, 4, 32)))
    for slo_ms in (600, 250, 140, 60):
        print(f"P95 within {slo_ms} ms: (replicas, window, largest batch) =", fewest_replicas(log, grid, slo_ms, 8))
