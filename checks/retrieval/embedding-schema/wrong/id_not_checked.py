"""You look at the vector only. An item whose id is missing, or a number, gets into the index, and can't be found,
replaced or deleted by the id its owner knows. Both fields are part of the agreement; check that `id` is there and is a
string.
"""

import math


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def fault(item, dimension, norm_tolerance):
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
    return good, messages
