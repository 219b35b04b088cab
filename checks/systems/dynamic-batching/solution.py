"""How many GPUs does the busiest hour need, and how should they batch?"""

import json
from bisect import bisect_right
from collections.abc import Sequence
from itertools import product
from math import ceil, inf

Setting = tuple[float, int]  # window in ms, largest batch


def completions_ms(
    arrivals_ms: Sequence[float], window_ms: float, max_batch: int, fixed_ms: float = 60.0, each_ms: float = 8.0
) -> list[float]:
    """Return when each request's batch is done, in the order of arrivals_ms; raise ValueError for bad input."""
    if window_ms < 0 or max_batch < 1 or fixed_ms <= 0 or each_ms < 0:
        raise ValueError(f"expected a possible server, found {window_ms}, {max_batch}, {fixed_ms}, {each_ms}")
    if list(arrivals_ms) != sorted(arrivals_ms):
        raise ValueError("expected arrivals in order of time, found one that's earlier than the one before")
    done: list[float] = []
    free_ms = -inf  # since when the server has been free
    while len(done) < len(arrivals_ms):
        first, filling = len(done), len(done) + max_batch - 1
        ready_ms = arrivals_ms[first] + window_ms
        if filling < len(arrivals_ms):
            ready_ms = min(ready_ms, arrivals_ms[filling])
        start_ms = max(ready_ms, free_ms)
        size = min(bisect_right(arrivals_ms, start_ms) - first, max_batch)
        free_ms = start_ms + fixed_ms + size * each_ms
        done += [free_ms] * size
    return done


def measure(arrivals_ms: Sequence[float], completions_ms: Sequence[float]) -> dict[str, float]:
    """Return throughput_per_s, in_system, latency_ms and p95_ms of a run; raise ValueError where there are none."""
    if not arrivals_ms or len(arrivals_ms) != len(completions_ms):
        raise ValueError(f"expected a completion per arrival, found {len(completions_ms)} for {len(arrivals_ms)}")
    latencies_ms = sorted(done - arrived for arrived, done in zip(arrivals_ms, completions_ms))
    if latencies_ms[0] <= 0:
        raise ValueError("expected completions after their arrivals, found one that isn't")
    requests, run_ms = len(latencies_ms), max(completions_ms) - arrivals_ms[0]
    return {
        "throughput_per_s": 1_000 * requests / run_ms,
        "in_system": sum(latencies_ms) / run_ms,  # each request is in the system for as long as its latency
        "latency_ms": sum(latencies_ms) / requests,
        "p95_ms": latencies_ms[ceil(95 * requests / 100) - 1],
    }


def fewest_replicas(
    arrivals_ms: Sequence[float],
    settings: Sequence[Setting],
    slo_ms: float,
    max_replicas: int,
    fixed_ms: float = 60.0,
    each_ms: float = 8.0,
) -> tuple[int, float, int] | None:
    """Return (replicas, window_ms, max_batch) with the fewest replicas that keep P95 within slo_ms, None if too few."""
    if not settings or max_replicas < 1:
        raise ValueError(f"expected settings and replicas to try, found {len(settings)} and {max_replicas}")
    for replicas in range(1, max_replicas + 1):
        by_p95 = []
        for window_ms, max_batch in settings:
            done = list(arrivals_ms)  # of the right length; each is overwritten
            for turn in range(replicas):
                part = arrivals_ms[turn::replicas]
                done[turn::replicas] = completions_ms(part, window_ms, max_batch, fixed_ms, each_ms)
            by_p95.append(measure(arrivals_ms, done)["p95_ms"])
        best = min(range(len(settings)), key=by_p95.__getitem__)  # the first of equal ones
        if by_p95[best] <= slo_ms:
            return (replicas, *settings[best])
    return None


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
