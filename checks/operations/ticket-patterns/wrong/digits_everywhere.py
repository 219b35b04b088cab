"""You replace every run of digits, wherever it stands. Then an id becomes a few letters with holes in it, different for
each id, and `int8` and `embed-3` lose what tells them from their siblings. Times first, then whole words that are ids,
then numbers that stand on their own.
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
    text = re.sub("\\d+(\\.\\d+)?", "<n>", TIME.sub("<time>", text))
    return WORD.sub(without_id, text)


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
    return sorted(rows, key=lambda row: (-row["customers"], -row["tickets"], row["signature"]))
