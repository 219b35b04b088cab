"""Length outshouts direction: one query ranked by dot product and by cosine."""

from math import hypot, sumprod

query = (3, 4)
documents = {
    "same direction, short": (0.6, 0.8),
    "off course, long": (12, 5),
    "exactly opposite": (-3, -4),
}


def unit(vector: tuple[float, ...]) -> list[float]:
    """The vector scaled to length 1: its direction and nothing else."""
    length = hypot(*vector)
    return [x / length for x in vector]


for name, vector in documents.items():
    dot = sumprod(query, vector)
    cosine = sumprod(unit(query), unit(vector))
    print(f"{name:22} dot {dot:6.1f}   cosine {cosine:6.3f}")
