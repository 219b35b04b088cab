"""Ask forgiveness: let each check raise, and collect what was raised."""

import math
from numbers import Real


def check_id(value):
    if type(value) is not str:
        raise TypeError("must be text")


def check_vector(value, dimension, norm_tolerance):
    if type(value) is not list or len(value) != dimension:
        raise TypeError(f"must be a list of {dimension} numbers")
    squares = 0
    for number in value:
        if not isinstance(number, Real) or number is True or number is False:
            raise TypeError(f"holds {number!r}")
        squares += number * number
    if not -norm_tolerance <= math.sqrt(squares) - 1 <= norm_tolerance:  # false for NaN, too
        raise ValueError(f"has the squared norm {squares}")


def validate(batch, dimension, norm_tolerance=1e-3):
    if not dimension >= 1:
        raise ValueError("dimension")
    messages = {}
    for index, item in enumerate(batch):
        try:
            field = "vector"
            check_vector(item["vector"], dimension, norm_tolerance)
            field = "id"
            check_id(item["id"])
        except (KeyError, TypeError, ValueError) as error:
            messages[index] = f"[{index}].{field}: {error}"
    return [item for index, item in enumerate(batch) if index not in messages], list(messages.values())
