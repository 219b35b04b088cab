"""Write day.json, an invented day of an answering service: requests per hour, and a sample of latencies.

The service is quiet at night and has its peak in the early afternoon. Most requests take about half a second; some
take many times as long, and a few pass the limit at which clients give up.
"""

import json
from math import cos, pi
from pathlib import Path
from random import Random


def main() -> None:
    """Write the file beside this script."""
    rng = Random(51)
    per_hour = [
        round(620_000 * (1 - 0.9 * cos(2 * pi * (hour - 2.5) / 24)) * rng.uniform(0.93, 1.07)) for hour in range(24)
    ]
    latencies = [round(rng.lognormvariate(6.2, 0.6), 1) for _ in range(1000)]
    day = {
        "about": "An example written for this handbook: requests per hour, and 1,000 latencies in ms. No real system.",
        "requests_per_hour": per_hour,
        "latencies_ms": latencies,
    }
    lines = ",\n".join(f'  "{key}": {json.dumps(value)}' for key, value in day.items())
    Path(__file__).with_name("day.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
