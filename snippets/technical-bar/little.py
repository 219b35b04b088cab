"""One server, random arrivals: waiting explodes, Little's law holds."""

from random import Random

SERVICE_S = 1.0  # mean; requests differ


def run(load: float, requests: int = 50_000) -> tuple[float, float, float]:
    """Mean time inside, mean number inside and arrivals a second."""
    rng, now, free, events, inside_s = Random(5), 0.0, 0.0, [], 0.0
    for _ in range(requests):
        now += rng.expovariate(load / SERVICE_S)
        free = max(now, free) + rng.expovariate(1 / SERVICE_S)  # in order
        events += [(now, 1), (free, -1)]
        inside_s += free - now
    area, inside, before = 0.0, 0, 0.0
    for at, change in sorted(events):
        area += inside * (at - before)  # counted by the clock, not by request
        inside, before = inside + change, at
    return inside_s / requests, area / before, requests / before


for load in 0.5, 0.8, 0.9:
    mean_s, inside, rate = run(load)
    theory = SERVICE_S / (1 - load)
    print(f"load {load:.0%}: W {mean_s:4.2f} s (theory {theory:5.2f})", end="")
    print(f", L {inside:4.2f}, rate x W {rate * mean_s:4.2f}")
