"""One customer's retrieval breaks, the average hardly moves (invented)."""

import re

DOCUMENTS = {  # text that the index was built from
    "manual": "replace filter ax-200 every year",
    "old manual": "replace filter ax-100 every month",
    "price list": "prices of the pump bx-7 and its seal",
    "order form": "order form for any pump and its seal",
    "holidays": "days off and public holidays by country",
    "expenses": "how to file travel expenses and receipts",
}
QUERIES = [  # customer, question, the document it needs
    ("plant", "AX-200 filter", "manual"),
    ("plant", "AX-200 filter change", "manual"),
    ("plant", "BX-7 pump seal", "price list"),
    *[("office", "public holidays by country", "holidays")] * 20,
    *[("office", "file travel receipts", "expenses")] * 20,
]


def whole(text: str) -> set[str]:  # as in training: ax-200 is one token
    return set(text.lower().split())


def split(text: str) -> set[str]:  # as served: ax-200 falls apart
    return set(re.findall(r"[a-z]+|\d+", text.lower()))


def best(query: str, cut: object) -> str:
    """The document that shares most tokens; of equals, the last by name."""
    shared = {name: len(cut(query) & whole(text)) for name, text in DOCUMENTS.items()}
    return max(shared, key=lambda name: (shared[name], name))


for label, cut in ("served", split), ("one tokenizer", whole):
    for who in ("all", "office", "plant"):
        asked = [(q, d) for customer, q, d in QUERIES if who in ("all", customer)]
        found = sum(best(q, cut) == d for q, d in asked)
        print(f"{label:14} {who:7} {found:2} of {len(asked):2} in first place")
