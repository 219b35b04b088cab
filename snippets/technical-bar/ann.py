"""Search a few cells instead of everything: what is missed? (made-up vectors)"""

from heapq import nsmallest
from math import dist
from random import Random

type Vector = list[float]
rng, K, CELLS = Random(3), 10, 32


def near(center: Vector, spread: float) -> Vector:
    return [x + rng.gauss(0, spread) for x in center]


def closest(count: int, vector: Vector, among: list[Vector]) -> list[Vector]:
    return nsmallest(count, among, key=lambda other: dist(vector, other))


topics = [near([0] * 16, 1) for _ in range(40)]
documents = [near(rng.choice(topics), 0.6) for _ in range(2000)]
queries = [near(rng.choice(topics), 0.6) for _ in range(50)]
cells = {tuple(center): [] for center in rng.sample(documents, CELLS)}
for document in documents:
    cells[closest(1, document, cells)[0]].append(document)
exact = [closest(K, query, documents) for query in queries]
for probes in 1, 2, 4, 8, CELLS:
    read = [[v for c in closest(probes, q, cells) for v in cells[c]] for q in queries]
    found = [closest(K, query, vectors) for query, vectors in zip(queries, read)]
    hits = sum(v in best for best, some in zip(exact, found) for v in some) / K / 50
    share = sum(map(len, read)) / len(documents) / len(queries)
    print(f"{probes:2} of {CELLS} cells: recall@{K} {hits:.2f}, read {share:.0%}")
