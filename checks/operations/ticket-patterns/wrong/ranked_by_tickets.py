"""You rank by tickets, and the first place goes to a fault that few customers have, one of whom writes every time
their job runs. That's a bug with one address: call them. What many customers hit stands further down, since most of
them write once. Customers first, tickets second.
"""

import re
from collections import Counter, defaultdict

TIME = re.compile("\\d{4}-\\d\\d-\\d\\d([t ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?z?)?")
WORD = re.compile("[a-z0-9_-]+")
NUMBER = re.compile("(?<![a-z0-9_-])\\d+(\\.\\d+)?(?![a-z0-9_-])")


def signature(message):
    text = " ".join(message.lower().split())
    if not text:
        raise ValueError("an empty message")
    text = WORD.sub(without_id, TIME.sub("<time>", text))
    return NUMBER.sub("<n>", text)


def without_id(word):
    found = word.group()
    is_id = len(found) >= 8 and any(map(str.isdigit, found)) and any(map(str.isalpha, found))
    return "<id>" if is_id else found


def patterns(tickets):
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
    return sorted(rows, key=lambda row: (-row["tickets"], -row["customers"], row["signature"]))
