"""Write the files of one invented working day. Same seed, same day."""

import json
from pathlib import Path
from random import Random

rng = Random(915)


def night() -> list[list[int]]:
    """Requests of a batch: minute, latency in ms, tokens out, refused."""
    rows = []
    for minute in range(0, 480):
        for _ in range(2):
            usual = 190 if minute < 270 else 310  # at 04:30 answers grow longer
            tokens = max(20, round(rng.gauss(usual, 45)))
            latency = 160 + 9 * tokens + rng.expovariate(1 / 90)
            rows.append([minute, round(latency), tokens, int(rng.random() < 0.03)])
    return rows


def benchmark() -> list[dict[str, object]]:
    """Cases of a RAG benchmark: place of the right passage, verdict on the answer."""
    cases = []
    for number in range(1, 81):
        topic = ("contracts", "tables", "manuals", "emails")[number % 4]
        places = [6, 7, 8, 9] if topic == "tables" else [1, 1, 2, 4]
        place = rng.choice([*places, 1, 2, 3, None])
        seen = place is not None and place <= 5
        right = rng.random() < (0.9 if seen else 0.15)
        cases.append({"id": number, "topic": topic, "place": place, "right": right})
    return cases


TEXTS = {
    "no results for an invoice that is in the archive": 9,
    "search can't find the 2025 price list": 6,
    "answer quotes the old version of our policy": 5,
    "upsert fails: expected 1024 dimensions, got 384": 3,
    "embed returns NaN for empty cells": 11,  # nine of them from one customer
    "how do I change the billing address?": 4,
    "the console logs me out": 3,
}


def tickets() -> list[dict[str, str]]:
    """Support tickets, in no order."""
    found = []
    for text, count in TEXTS.items():
        for number in range(count):
            one = "cust-07" if "NaN" in text and number < 9 else None
            found.append({"customer": one or f"cust-{rng.randrange(1, 30):02}"})
            found[-1]["text"] = text
    return rng.sample(found, len(found))


def hour() -> list[list[int]]:
    """Per minute: P95 time to first token of short prompts, long prompts served."""
    rows = []
    for minute in range(60):
        long = rng.randrange(4, 9) if 22 <= minute < 41 else rng.randrange(0, 3)
        rows.append([minute, round(180 + 55 * long + rng.gauss(0, 18)), long])
    return rows


for make in (night, benchmark, tickets, hour):
    rows = make()
    lines = ",\n".join(json.dumps(row) for row in rows)
    Path(f"{make.__name__}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{make.__name__ + '.json':15} {len(rows)} rows")
