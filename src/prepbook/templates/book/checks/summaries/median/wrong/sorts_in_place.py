"""The result is right, and the caller's list is in another order now: `sort()` changes the list, `sorted()` doesn't."""


def median(values):
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
