"""What do tickets have in common? Rules first, then the rest (invented)."""

import json
import re
from collections import defaultdict

RULES = {  # the first that matches takes the ticket
    "embedding: wrong size": r"expected \d+ dimensions",
    "embedding: not a number": r"\bNaN\b",
    "retrieval: stale": r"old version|outdated",
    "retrieval: not found": r"no results|can't find",
}

with open("tickets.json", encoding="utf-8") as file:
    tickets = json.load(file)

piles = defaultdict(list)
for ticket in tickets:
    text = ticket["text"]
    fitting = (name for name, rule in RULES.items() if re.search(rule, text))
    piles[next(fitting, "no rule yet")].append(ticket)

who = {name: {ticket["customer"] for ticket in pile} for name, pile in piles.items()}
print("tickets customers")
for name in sorted(piles, key=lambda name: -len(who[name])):
    print(f"{len(piles[name]):7} {len(who[name]):9}  {name}")
    print(f"{'':19}{piles[name][0]['text']}")
