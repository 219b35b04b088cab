"""You compare the *mean* latency with the objective, which is set for P95: 95 of 100 requests have to make it. In
bursty traffic the mean is comfortable long before the tail is, so your plan buys too few GPUs, and the requests
that suffer are those of the busiest second.
"""

from bisect import bisect_right
from math import ceil, inf


def completions_ms(arrivals_ms, window_ms, max_batch, fixed_ms=60.0, each_ms=8.0):
    if window_ms < 0 or max_batch < 1 or fixed_ms <= 0 or each_ms < 0:
        raise ValueError("server")
    if list(arrivals_ms) != sorted(arrivals_ms):
        raise ValueError("order")
    done, free_ms = [], -inf
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


def measure(arrivals_ms, completions_ms):
    if not arrivals_ms or len(arrivals_ms) != len(completions_ms):
        raise ValueError("run")
    latencies = sorted(done - arrived for arrived, done in zip(arrivals_ms, completions_ms))
    if latencies[0] <= 0:
        raise ValueError("time")
    count, run_ms = len(latencies), max(completions_ms) - arrivals_ms[0]
    return {
        "throughput_per_s": 1000 * count / run_ms,
        "in_system": sum(latencies) / run_ms,
        "latency_ms": sum(latencies) / count,
        "p95_ms": latencies[ceil(95 * count / 100) - 1],
    }


def fewest_replicas(arrivals_ms, settings, slo_ms, max_replicas, fixed_ms=60.0, each_ms=8.0):
    if not settings or max_replicas < 1:
        raise ValueError("choice")
    for replicas in range(1, max_replicas + 1):
        tried = []
        for window_ms, max_batch in settings:
            done = [0.0] * len(arrivals_ms)
            for turn in range(replicas):
                part = arrivals_ms[turn::replicas]
                done[turn::replicas] = completions_ms(part, window_ms, max_batch, fixed_ms, each_ms)
            tried.append(measure(arrivals_ms, done)["latency_ms"])
        best = tried.index(min(tried))
        if tried[best] <= slo_ms:
            return replicas, settings[best][0], settings[best][1]
    return None
