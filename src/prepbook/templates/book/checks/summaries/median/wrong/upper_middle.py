"""With an even number of values you took the upper of the two in the middle. The median is their mean."""


def median(values):
    return sorted(values)[len(values) // 2]
