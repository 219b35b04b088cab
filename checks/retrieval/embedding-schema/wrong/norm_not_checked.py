"""The norm isn't looked at. An index that scores by dot product takes unit length for granted: a vector three times as
long scores three times as high against everything, and one of length 0 ties with everything at 0. Both look perfectly
healthy field by field.
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
