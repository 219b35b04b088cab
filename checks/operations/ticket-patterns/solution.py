"""Which faults do customers share? Tickets grouped by signature, ranked by customers."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

TIME = re.compile(r"\d{4}-\d\d-\d\d([t ]\d\d:\d\d:\d\d(\.\d+)?z?)?")
WORD = re.compile(r"[a-z0-9_-]+")
NUMBER = re.compile(r"(?<![a-z0-9_-])\d+(\.\d+)?(?![a-z0-9_-])")


def signature(message: str) -> str:
    """Return the message with times, ids and numbers replaced, so that messages of one fault are the same."""
    text = " ".join(message.lower().split())
    if not text:
        raise ValueError("an empty message")
    text = WORD.sub(without_id, TIME.sub("<time>", text))
    return NUMBER.sub("<n>", text)


def without_id(word: re.Match[str]) -> str:
    """Return the word, or <id> for a long one of letters and digits."""
    found = word.group()
    is_id = len(found) >= 8 and any(map(str.isdigit, found)) and any(map(str.isalpha, found))
    return "<id>" if is_id else found


def patterns(tickets: Iterable[Mapping[str, str]]) -> list[dict]:
    """Return signature, customers, tickets and the loudest customer's share of each group, worst first."""
    last = {ticket["ticket_id"]: ticket for ticket in tickets}
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for ticket in last.values():
        groups[signature(ticket["message"])][ticket["customer"]] += 1
    rows = [
        {
            "signature": name,
            "customers": len(by_customer),
            "tickets": by_customer.total(),
            "loudest": max(by_customer.values()) / by_customer.total(),
        }
        for name, by_customer in groups.items()
    ]
    return sorted(rows, key=lambda row: (-row["customers"], -row["tickets"], row["signature"]))


def load() -> list[dict[str, str]]:
    """Return the tickets in tickets.jsonl. This part is done for you."""
    with open("tickets.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":  # Run shows the night's faults, worst first
    print("customers  tickets  loudest  signature")
    for row in patterns(load()):
        print(f"{row['customers']:9} {row['tickets']:8} {row['loudest']:8.0%}  {row['signature']}")
