"""Latencies sorted, with running sums: each delay is one bisection; a changed assumption is a view on the others."""

import math
from bisect import bisect_right
from collections import ChainMap
from itertools import accumulate

PRICES = ("replica_usd_per_hour", "timeout_usd", "answered_usd", "loss_per_100_ms")
SHAPES = ("burst", "slots", "busy", "timeout_ms")


def replicas(arrivals_per_s, held_ms, slots, busy):
    possible = arrivals_per_s >= 0 and held_ms > 0 and slots > 0 and 0 < busy <= 1
    if not possible:
        raise ValueError("no such fleet")
    return -int(-(arrivals_per_s * (held_ms / 1000)) // (busy * slots))


def with_delay(latencies_ms, added_ms, timeout_ms):
    if added_ms < 0 or timeout_ms <= 0 or len(latencies_ms) == 0:
        raise ValueError("no such delay")
    ordered = sorted(latencies_ms)
    sums = [0, *accumulate(ordered)]
    in_time = bisect_right(ordered, timeout_ms - added_ms)
    late = len(ordered) - in_time
    held = sums[in_time] + in_time * added_ms + late * timeout_ms
    return held / len(ordered), late / len(ordered)


def added_usd_per_day(added_ms, day, assumptions):
    names = list(assumptions)
    if sorted(names) != sorted(PRICES + SHAPES) or any(assumptions[name] < 0 for name in names):
        raise ValueError("eight assumptions, none negative")
    burst, slots, busy, timeout_ms = (assumptions[name] for name in SHAPES)
    replica, timeout, answered, loss = (assumptions[name] for name in PRICES)
    fleets, late = [], []
    for delay_ms in (0, added_ms):
        held_ms, share = with_delay(day["latencies_ms"], delay_ms, timeout_ms)
        fleets.append(replicas(max(day["requests_per_hour"]) * burst / 3600, held_ms, slots, busy))
        late.append(share)
    total = math.fsum(day["requests_per_hour"])
    return dict(
        earnings=total * (1 - late[1]) * answered * loss * (added_ms / 100),
        replicas=24 * replica * (fleets[1] - fleets[0]),
        timeouts=total * timeout * (late[1] - late[0]),
    )


def sensitivity(added_ms, day, assumptions, change=0.1):
    if change <= 0 or change >= 1:
        raise ValueError("a change between 0 and 1")
    swings = {}
    for name, value in assumptions.items():
        high, low = (
            math.fsum(
                added_usd_per_day(added_ms, day, ChainMap({name: value + sign * change * value}, assumptions)).values()
            )
            for sign in (1, -1)
        )
        swings[name] = high - low
    return swings
