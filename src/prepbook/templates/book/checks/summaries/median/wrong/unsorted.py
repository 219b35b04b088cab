"""That is the value in the middle of the list as it came. Sort it first: the middle is one of size, not of place."""


def median(values):
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
