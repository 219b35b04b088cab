"""A clock that jumps from event to event, with a queue: nothing is computed ahead of its moment."""

from collections import deque
from statistics import fmean


def completions_ms(arrivals_ms, window_ms, max_batch, fixed_ms=60.0, each_ms=8.0):
    if not (window_ms >= 0 and max_batch >= 1 and fixed_ms > 0 and each_ms >= 0):
        raise ValueError("impossible server")
    if any(later < earlier for earlier, later in zip(arrivals_ms, arrivals_ms[1:])):
        raise ValueError("unordered arrivals")
    coming, waiting, done = deque(arrivals_ms), deque(), []
    now = busy_until = float("-inf")
    while coming or waiting:
        while coming and coming[0] <= now:
            waiting.append(coming.popleft())
        due = bool(waiting) and (len(waiting) >= max_batch or now >= waiting[0] + window_ms)
        if due and now >= busy_until:
            batch = [waiting.popleft() for _ in range(min(max_batch, len(waiting)))]
            busy_until = now + fixed_ms + each_ms * len(batch)
            done.extend(busy_until for _ in batch)
        else:
            events = [coming[0]] if coming else []
            events += [waiting[0] + window_ms] if waiting else []
            events += [busy_until]
            now = min(event for event in events if event > now)
    return done


def measure(arrivals_ms, completions_ms):
    if len(arrivals_ms) == 0 or len(arrivals_ms) != len(completions_ms):
        raise ValueError("no run")
    if any(done <= arrived for arrived, done in zip(arrivals_ms, completions_ms)):
        raise ValueError("done before it came")
    waits = [done - arrived for arrived, done in zip(arrivals_ms, completions_ms)]
    per_ms = len(waits) / (max(completions_ms) - min(arrivals_ms))
    rank = -(-95 * len(waits) // 100)
    return {
        "p95_ms": sorted(waits)[rank - 1],
        "latency_ms": fmean(waits),
        "in_system": per_ms * fmean(waits),
        "throughput_per_s": per_ms * 1000,
    }


def p95_of(arrivals_ms, replicas, setting, server):
    pairs = []
    for turn in range(replicas):
        mine = [moment for number, moment in enumerate(arrivals_ms) if number % replicas == turn]
        pairs += zip(mine, completions_ms(mine, *setting, *server))
    pairs.sort()
    return measure([arrived for arrived, _ in pairs], [done for _, done in pairs])["p95_ms"]


def fewest_replicas(arrivals_ms, settings, slo_ms, max_replicas, fixed_ms=60.0, each_ms=8.0):
    if max_replicas < 1 or not len(settings):
        raise ValueError("nothing to try")
    for replicas in range(1, max_replicas + 1):
        best = None
        for setting in settings:
            p95 = p95_of(arrivals_ms, replicas, setting, (fixed_ms, each_ms))
            if p95 <= slo_ms and (best is None or p95 < best[0]):
                best = p95, setting
        if best:
            return replicas, best[1][0], best[1][1]
    return None
