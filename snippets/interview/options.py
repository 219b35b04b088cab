"""What an overload costs, by plan and by how long it lasts. Every figure is invented: change it."""

from math import ceil

EXCESS = 15 * 60  # requests a minute above what we can serve
LOST = 0.0040  # dollars for a request that is refused and doesn't come back
WORSE = 0.0015  # dollars for a request that a smaller model answers instead
FLEET = 36.0  # dollars for each started hour of the replicas that would carry the excess
READY = 8  # minutes until they do

print("min.  refuse  fall back  scale   both")
for minutes in (5, 15, 30, 60, 120, 480):
    cold, rent = min(minutes, READY), FLEET * ceil(minutes / 60)
    cost = {
        "refuse": EXCESS * minutes * LOST,
        "fall back": EXCESS * minutes * WORSE,
        "scale": EXCESS * cold * LOST + rent,  # refuse until the replicas are ready
        "both": EXCESS * cold * WORSE + rent,  # fall back until they are
    }
    best = min(cost.values())
    print(f"{minutes:4} ", *(f"{dollars:6.0f}{'*' if dollars == best else ' '}" for dollars in cost.values()))
print(f"* cheapest. Falling back has cost as much\n  as the fleet's hour after {FLEET / (EXCESS * WORSE):.0f} minutes.")
