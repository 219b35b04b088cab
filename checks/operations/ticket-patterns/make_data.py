"""Write tickets.jsonl, an invented week of support tickets.

One customer's job fails on every run and writes a ticket each time; the faults that many customers share are quieter.
Each message has an error line with ids, numbers and times of its own, in the spelling of the SDK that wrote it.
"""

import json
from pathlib import Path
from random import Random

FAULTS = {  # message: (customers, tickets)
    "Upsert failed: expected {dims} dimensions, got {other} (request {id})": (9, 13),
    "rerank timed out after {ms} ms at {time}": (12, 15),
    "Embedding contains NaN at index {n}, document {id}": (3, 27),
    "401 invalid key {id}": (4, 4),
    "retrieval returned 0 passages for collection {id} since {time}": (14, 17),
    "connection reset after {ms}.{n} ms": (4, 7),
    "unknown model embed-3, did you mean int8?": (4, 4),
}


def an_id(rng: Random) -> str:
    """Return an id with one of several prefixes, or none."""
    prefix, number = rng.choice(["req_", "doc-", "k-", ""]), rng.randrange(10**6, 10**7)
    return f"{prefix}{number}{rng.choice('abcdef')}{rng.randrange(10)}"


def message(rng: Random, fault: str) -> str:
    """Return the fault as one customer's SDK writes it."""
    hour = f"{rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}"
    time = f"2026-11-{rng.randint(14, 21)}{rng.choice('T ')}{hour}{rng.choice(['Z', '.250Z', ''])}"
    text = fault.format(
        dims=1024,
        other=rng.choice([256, 384, 768, 1536]),
        id=an_id(rng),
        ms=rng.randint(800, 30_000),
        n=rng.randrange(1000),
        time=time,
    )
    return rng.choice([text, text, text.lower(), text.replace(" ", "  ", 1), f"{text} "])


def main() -> None:
    """Write the file beside this script."""
    rng = Random(19)
    rows = []
    for fault, (customers, tickets) in FAULTS.items():
        writers = rng.sample(range(1, 41), customers)
        loud = [writers[0]] * (tickets - customers) if customers < 4 else rng.choices(writers, k=tickets - customers)
        rows += [(f"cust-{writer:02}", message(rng, fault)) for writer in writers + loud]
    rng.shuffle(rows)
    tickets = [
        {"ticket_id": f"T-{number}", "customer": customer, "message": text}
        for number, (customer, text) in enumerate(rows, start=4001)
    ]
    tickets += rng.sample(tickets, 6)  # reopened, and exported once more
    text = "".join(json.dumps(ticket) + "\n" for ticket in tickets)
    Path(__file__).with_name("tickets.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
