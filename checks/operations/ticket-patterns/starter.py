"""Which faults do customers share? Tickets grouped by signature, ranked by customers."""

import json
from collections.abc import Iterable, Mapping


def signature(message: str) -> str:
    """Return the message with times, ids and numbers replaced, so that messages of one fault are the same."""
    raise NotImplementedError("write signature first")


def patterns(tickets: Iterable[Mapping[str, str]]) -> list[dict]:
    """Return signature, customers, tickets and the loudest customer's share of each group, worst first."""
    raise NotImplementedError("then write patterns")


def load() -> list[dict[str, str]]:
    """Return the tickets in tickets.jsonl. This part is done for you."""
    with open("tickets.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":  # Run shows the night's faults, worst first
    print("customers  tickets  loudest  signature")
    for row in patterns(load()):
        print(f"{row['customers']:9} {row['tickets']:8} {row['loudest']:8.0%}  {row['signature']}")
