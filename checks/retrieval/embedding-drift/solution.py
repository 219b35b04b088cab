"""Did the model move, or the traffic?"""

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from math import hypot, sumprod

Vector = Sequence[float]
Scores = Mapping[str, Mapping[str, Sequence[float]]]  # by window, then by version, one per customer


def cosine(u: Vector, v: Vector) -> float:
    """Return the cosine of two vectors of one space; raise ValueError where their lengths differ."""
    return sumprod(u, v) / (hypot(*u) * hypot(*v))


def top_scores(queries: Sequence[Vector], documents: Sequence[Vector]) -> list[float]:
    """Return each query's highest cosine with a document."""
    if not documents:
        raise ValueError("expected at least one document, found none")
    return [max(cosine(query, document) for document in documents) for query in queries]


def kept_neighbors(old: Sequence[Vector], new: Sequence[Vector], k: int) -> float:
    """Return which share of the texts' k nearest neighbors in the old space are so in the new one, too."""
    if len(old) != len(new) or not 1 <= k < len(old):
        raise ValueError(f"expected the same texts twice and 1 <= k < {len(old)}, found {len(new)} and k = {k}")
    kept = sum(len(nearest(old, text, k) & nearest(new, text, k)) for text in range(len(old)))
    return kept / (k * len(old))


def nearest(vectors: Sequence[Vector], text: int, k: int) -> set[int]:
    """Return the numbers of the k other texts with the highest cosine, of equal ones the earlier."""
    others = [number for number in range(len(vectors)) if number != text]
    return set(sorted(others, key=lambda number: -cosine(vectors[text], vectors[number]))[:k])


def sign_flip_p(differences: Sequence[float], rounds: int = 2000, seed: int = 0) -> float:
    """Return the two-sided p-value of paired differences, from rounds of random signs drawn with the seed."""
    if not differences or rounds < 1:
        raise ValueError("expected at least one difference and one round")
    generator = random.Random(seed)
    sums = (sum(-value if generator.getrandbits(1) else value for value in differences) for _ in range(rounds))
    smaller = bisect(sorted(map(abs, sums)), abs(sum(differences)) - 1e-12)  # ties are to count, whatever the rounding
    return (rounds - smaller + 1) / (rounds + 1)


def effects(scores: Scores) -> dict[str, list[float]]:
    """Return per customer what the model changed on the same texts, and what the traffic changed in the same space."""
    before, after = scores["before"], scores["after"]
    columns = [before["v1"], before["v2"], after["v1"], after["v2"]]
    sizes = {len(column) for column in columns}
    if len(sizes) > 1 or sizes == {0}:
        raise ValueError("expected four lists with a score per customer, found none or lengths that differ")
    cells = list(zip(*columns))
    return {
        "model": [((b2 - b1) + (a2 - a1)) / 2 for b1, b2, a1, a2 in cells],
        "traffic": [((a1 - b1) + (a2 - b2)) / 2 for b1, b2, a1, a2 in cells],
    }


def verdict(scores: Scores, level: float = 0.05, rounds: int = 2000, seed: int = 0) -> str:
    """Return "model", "traffic", "both" or "neither": whose differences chance alone would hardly give."""
    parts = effects(scores)
    shown = tuple(sign_flip_p(parts[name], rounds, seed) <= level for name in ("model", "traffic"))
    return {(True, True): "both", (True, False): "model", (False, True): "traffic", (False, False): "neither"}[shown]
