"""A vector whose norm is off is scaled to length 1 and let in. It's meant kindly, but the norm was the symptom
(another model, a mean over chunks, a unit mixed up) and you've removed the only trace of it. The item has to be
reported, and good items have to come back with the numbers they came with.
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
    norm = math.hypot(*vector)
    if norm == 0:
        return "vector: wrong norm"
    return None


def validate(batch, dimension, norm_tolerance=1e-3):
    if dimension < 1:
        raise ValueError("dimension")
    good, messages = [], []
    for index, item in enumerate(batch):
        problem = fault(item, dimension, norm_tolerance)
        if problem is None:
            norm = math.hypot(*item["vector"])
            fits = abs(norm - 1) <= norm_tolerance
            good.append(item if fits else item | {"vector": [x / norm for x in item["vector"]]})
        else:
            messages.append(f"item {index}: {problem}")
    return good, messages
