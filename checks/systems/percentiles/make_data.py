"""Write overnight.json, an invented night of batch requests on four shards.

Three shards of very different size, one of them slow by design (long documents), and one that was drained and served
nothing. For eighteen minutes something held up most of the requests on gpu-b.
"""

import json
from pathlib import Path
from random import Random

SPIKE = range(167, 185)  # minutes since midnight


def requests(rng: Random, shard: str, count: int) -> list[list[int]]:
    """Return [minute since midnight, latency in ms] of one shard's requests, in order of time."""
    rows = []
    for minute in sorted(rng.randrange(480) for _ in range(count)):
        latency_ms = 1_500 + rng.expovariate(1 / 600) if shard == "gpu-c" else 180 + rng.expovariate(1 / 120)
        if shard == "gpu-b" and minute in SPIKE and rng.random() < 0.6:
            latency_ms += 1_200
        rows.append([minute, round(latency_ms)])
    return rows


def main() -> None:
    """Write the file beside this script."""
    rng = Random(17)
    shards = {
        shard: requests(rng, shard, count)
        for shard, count in (("gpu-a", 2_200), ("gpu-b", 1_300), ("gpu-c", 59), ("gpu-d", 0))
    }
    about = (
        "An example written for this handbook: [minute since midnight, latency in ms] of each request. No real system."
    )
    lines = [f'  "about": {json.dumps(about)},', '  "shards": {']
    lines += [f'    "{shard}": {json.dumps(rows)},' for shard, rows in shards.items()]
    text = "{\n" + "\n".join(lines).removesuffix(",") + "\n  }\n}\n"
    Path(__file__).with_name("overnight.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
