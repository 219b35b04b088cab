"""The number of entries is never compared with `dimension`, so a vector from another model gets in as long as its
numbers and its norm are in order. At best the index crashes at the first search; at worst it compares what can be
compared and leaves out the rest. That's the fault this schema exists for.
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
    return good, messages
