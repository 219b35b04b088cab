"""What do 50 ms cost? Little's law, then a bill (every figure invented)."""

from math import ceil

PEAK = 900  # requests a second
SLOTS = 24  # requests that one replica serves at once
BUSY = 0.8  # share of slots in use at peak; the rest is for bursts
REPLICA_YEAR = 4.20 * 24 * 365  # US$
TICKET = 6.00  # US$ to handle one wrong answer


def replicas(service_s: float) -> int:
    """Requests in flight = arrivals a second x mean seconds in service."""
    return ceil(PEAK * service_s / (SLOTS * BUSY))


before, after = replicas(0.600), replicas(0.650)
bill = (after - before) * REPLICA_YEAR
print(f"replicas: {before} at 600 ms, {after} at 650 ms")
print(f"50 ms cost ${bill:,.0f} a year")
print(f"worth it above {ceil(bill / TICKET / 365)} wrong answers avoided a day")
