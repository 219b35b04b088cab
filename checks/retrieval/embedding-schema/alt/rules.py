"""A table of rules, tried in order."""

import math

RULES = [
    ("id", "is not a string", lambda item, n, t: isinstance(item.get("id"), str)),
    ("vector", "is not a list", lambda item, n, t: isinstance(item.get("vector"), list)),
    ("vector", "has the wrong dimension", lambda item, n, t: len(item["vector"]) == n),
    ("vector", "holds something else than numbers", lambda item, n, t: {*map(type, item["vector"])} <= {int, float}),
    ("vector", "is not finite", lambda item, n, t: all(map(math.isfinite, item["vector"]))),
    ("vector", "is not of unit length", lambda item, n, t: abs(math.dist(item["vector"], [0] * n) - 1) <= t),
]


def validate(batch, dimension, norm_tolerance=1e-3):
    if dimension <= 0:
        raise ValueError("dimension must be positive")
    good, messages = [], []
    for index, item in enumerate(batch):
        broken = next((f"{field} {what}" for field, what, ok in RULES if not ok(item, dimension, norm_tolerance)), None)
        if broken:
            messages.append(f"Item #{index}: {broken}.")
        else:
            good.append(dict(item))
    return good, messages
