"""Which items of a batch may enter the index, and what is wrong with the others?"""

import math
from collections.abc import Sequence


def validate(batch: Sequence[dict], dimension: int, norm_tolerance: float = 1e-3) -> tuple[list[dict], list[str]]:
    """Return the good items, in order, and one message for each bad item, in order."""
    if dimension < 1:
        raise ValueError(f"expected a dimension of at least 1, found {dimension}")
    good, messages = [], []
    for index, item in enumerate(batch):
        problem = fault(item, dimension, norm_tolerance)
        if problem is None:
            good.append(item)
        else:
            messages.append(f"item {index}: {problem}")
    return good, messages


def fault(item: dict, dimension: int, norm_tolerance: float) -> str | None:
    """Return "field: expected, found" for the first fault of an item, or None if it has none."""
    if not isinstance(item.get("id"), str):
        return f"id: expected a string, found {item.get('id')!r}"
    vector = item.get("vector")
    if not isinstance(vector, list):
        return f"vector: expected a list of numbers, found {type(vector).__name__}"
    if len(vector) != dimension:
        return f"vector: expected {dimension} numbers, found {len(vector)}"
    for position, value in enumerate(vector):
        # bool is a kind of int in Python, and no number to a client
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return f"vector: expected finite numbers, found {value!r} at position {position}"
    norm = math.hypot(*vector)
    if abs(norm - 1) > norm_tolerance:
        return f"vector: expected a norm within {norm_tolerance:g} of 1, found {norm:.6g}"
    return None
