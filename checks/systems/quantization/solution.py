"""What does retrieval lose when embeddings are stored in eight bits?"""

import json
from collections.abc import Sequence
from math import dist, hypot, sumprod

Vector = Sequence[float]


def scales_for(sample: Sequence[Vector], per_dimension: bool = False) -> list[float]:
    """Return a scale for each dimension, absmax / 127 over all numbers or over the dimension's own."""
    if not sample or not sample[0] or any(len(vector) != len(sample[0]) for vector in sample):
        raise ValueError("expected vectors of one length of at least 1, found none or several lengths")
    largest = [max(map(abs, column)) for column in zip(*sample)]
    if not per_dimension:
        largest = [max(largest)] * len(largest)
    return [absmax / 127 if absmax else 1.0 for absmax in largest]


def quantize(vectors: Sequence[Vector], scales: Sequence[float]) -> list[list[int]]:
    """Return the int8 codes of vectors: number / scale, rounded half to even, clipped to [-127, 127]."""
    if any(scale <= 0 for scale in scales):
        raise ValueError("expected scales above 0, found one that isn't")
    rounded = [[round(x / scale) for x, scale in zip(vector, scales, strict=True)] for vector in vectors]
    return [[max(-127, min(127, code)) for code in codes] for codes in rounded]


def restore(codes: Sequence[Sequence[int]], scales: Sequence[float]) -> list[list[float]]:
    """Return the vectors that codes stand for: code * scale."""
    return [[code * scale for code, scale in zip(row, scales, strict=True)] for row in codes]


def recall_lost(queries: Sequence[Vector], documents: Sequence[Vector], k: int, scales: Sequence[float]) -> float:
    """Return which share of the queries' exact top k the quantized documents no longer put there."""
    if not queries or not 1 <= k <= len(documents):
        raise ValueError(f"expected queries and k from 1 to {len(documents)}, found {len(queries)} and {k}")
    stored = restore(quantize(documents, scales), scales)
    kept = sum(len(top(query, documents, k) & top(query, stored, k)) for query in queries)
    return 1 - kept / (k * len(queries))


def top(query: Vector, documents: Sequence[Vector], k: int) -> set[int]:
    """Return the positions of the k documents with the highest dot product, the earlier of equal ones."""
    scores = [sumprod(query, document) for document in documents]
    return set(sorted(range(len(scores)), key=lambda position: -scores[position])[:k])


def load() -> list[list[float]]:
    """Return the embeddings of all 18 responses. This part is done for you."""
    with open("embeddings.json", encoding="utf-8") as file:
        sets = json.load(file)["sets"]
    return [[item["scale"] * value for value in item["vector"]] for item in sets["v1"] + sets["v2"]]


def stretched(vectors: Sequence[Vector], factor: float) -> list[list[float]]:
    """Return vectors with their first dimension multiplied by factor. This part is done for you."""
    return [[vector[0] * factor, *vector[1:]] for vector in vectors]


if __name__ == "__main__":  # Run stretches one dimension of the documents, and shrinks it in the queries
    responses = load()
    print("outlier   one scale for all        one scale per dimension")
    print("          error of    recall@3     error of    recall@3")
    print("          values      lost         values      lost")
    for factor in (1, 8, 64, 512, 1_024):
        queries, documents = stretched(responses, 1 / factor), stretched(responses, factor)
        print(f"{factor:6}x", end="   ")
        for per_dimension in (False, True):
            scales = scales_for(documents, per_dimension)
            stored = restore(quantize(documents, scales), scales)
            error = sum(map(dist, documents, stored)) / sum(hypot(*document) for document in documents)
            print(f"{error:8.2%}  {recall_lost(queries, documents, 3, scales):8.1%}", end="       ")
        print()
