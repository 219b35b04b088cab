"""Write arrivals.json, twenty invented seconds of an endpoint's traffic at the busiest hour.

Quiet stretches and bursts take turns, as they do where a customer's batch job shares an endpoint with people. Times
are in steps of 1/8 ms, which floats hold exactly, so that nobody's verdict depends on the order of their additions.
"""

import json
from pathlib import Path
from random import Random

SECONDS = 20
QUIET_PER_S, BURST_PER_S = 24, 110


def arrivals_ms(rng: Random) -> list[float]:
    """Return the arrival times of all requests, in ms since the start of the log, in order."""
    times: list[float] = []
    now_ms, busy = 0.0, False
    until_ms = 0.0
    while now_ms < SECONDS * 1_000:
        if now_ms >= until_ms:
            busy = not busy and now_ms > 0
            until_ms = now_ms + (rng.uniform(400, 1_200) if busy else rng.uniform(800, 2_400))
        now_ms += rng.expovariate((BURST_PER_S if busy else QUIET_PER_S) / 1_000)
        times.append(round(now_ms * 8) / 8)
    return times[:-1]


def main() -> None:
    """Write the file beside this script."""
    about = "An example written for this handbook: when each request arrived, in ms. No real system."
    text = json.dumps({"about": about, "arrivals_ms": arrivals_ms(Random(21))}).replace(
        '"arrivals_ms"', '\n"arrivals_ms"'
    )
    Path(__file__).with_name("arrivals.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
