"""A vector with NaN gets in. Every comparison with NaN is false, so a norm that's NaN isn't "too far from 1" either,
and your norm check waves it through. In the index it spoils each similarity it takes part in, and the order of the
results with it. Ask for finite numbers before you compute with them.
"""

import math


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


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
    return good, messages
