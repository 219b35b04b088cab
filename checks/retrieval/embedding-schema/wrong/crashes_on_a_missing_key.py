"""An item without `id` or without `vector` brings the function down with `KeyError`, and the rest of the batch with
it. A missing key is the most ordinary fault of all (a client calls the field "embedding"), so it's a bad item like any
other. How can you read a key that may not be there?
"""

import math


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def fault(item, dimension, norm_tolerance):
    if not isinstance(item["id"], str):
        return "id: not a string"
    vector = item["vector"]
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
