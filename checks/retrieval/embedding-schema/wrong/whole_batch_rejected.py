"""One bad item, and none of the batch is accepted: your list of good items comes back empty. For a client who sends a
thousand documents that turns one broken line into an outage. The good items survive, and the bad ones are reported
apart.
"""

import math


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def fault(item, dimension, norm_tolerance):
    if not isinstance(item.get("id"), str):
        return "id: not a string"
    vector = item.get("vector")
    if not isinstance(vector, list):
        return "vector: not a list"
    if len(vector) != dimension:
        return "vector: wrong dimension"
    if not all(is_number(value) for value in vector):
        return "vector: not all finite numbers"
    if abs(math.hypot(*vector) - 1) > norm_tolerance:
        return "vector: wrong norm"
    return None


def validate(batch, dimension, norm_tolerance=1e-3):
    if dimension < 1:
        raise ValueError("dimension")
    good, messages = [], []
    for index, item in enumerate(batch):
        problem = fault(item, dimension, norm_tolerance)
        if problem is None:
            good.append(item)
        else:
            messages.append(f"item {index}: {problem}")
    return ([] if messages else good), messages
