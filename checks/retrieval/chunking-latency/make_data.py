"""Writes traces.json: requests to a help search before and after its documents were cut anew.

    python make_data.py

Invented and seeded. Until Tuesday chunks had at most 64 tokens, since then at most 240; five of them go into a prompt.
A token takes as long as it did, and there are three times as many. One request in ten is answered from a cache, without
a search and without context.
"""

import json
import random
from pathlib import Path

REQUESTS, CACHED, K = 150, 0.1, 5
COLUMNS = ["chunks_read", "search_ms", "context_tokens", "prefill_ms", "other_ms"]
SIDES = {  # chunks in the index, shortest and longest chunk, share of longest, ms per chunk and token, ms of the rest
    "before": (220, 48, 64, 0.6, 0.15, 0.40, 182),
    "after": (70, 60, 240, 0.3, 0.152, 0.396, 186),
}


def request(rng, chunks, shortest, longest, full, per_chunk_ms, per_token_ms, other_ms):
    """Return one row: how much was read, and how long it took."""
    other = round(other_ms * rng.lognormvariate(0, 0.2), 1)
    if rng.random() < CACHED:
        return [0, 0, 0, 0, other]
    lengths = [longest if rng.random() < full else rng.randint(shortest, longest) for _ in range(K)]
    search_ms = chunks * per_chunk_ms * rng.lognormvariate(0, 0.05)
    prefill_ms = sum(lengths) * per_token_ms * rng.lognormvariate(0, 0.08)
    return [chunks, round(search_ms, 1), sum(lengths), round(prefill_ms, 1), other]


def main():
    rng = random.Random(23)
    sides = {side: [request(rng, *figures) for _ in range(REQUESTS)] for side, figures in SIDES.items()}
    lines = ",\n".join(
        f' "{side}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]" for side, rows in sides.items()
    )
    head = {"about": "An example written for this handbook: see make_data.py.", "columns": COLUMNS}
    Path("traces.json").write_text(f"{json.dumps(head, indent=1)[:-2]},\n{lines}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
