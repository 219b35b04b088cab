"""Your `loudest` is a share of all tickets of the night. It should tell whether *this* fault is one customer's: of the
tickets in the group, how many are from the one who wrote most?
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
            "loudest": max(by_customer.values()) / len(last),
        }
        for name, by_customer in groups.items()
    ]
    return sorted(rows, key=lambda row: (-row["customers"], -row["tickets"], row["signature"]))
