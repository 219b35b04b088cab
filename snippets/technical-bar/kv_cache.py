"""Attention with and without a cache: the same answer, less work (a toy)."""

from math import exp, sin, sqrt, sumprod

type Vector = list[float]
WIDTH, TOKENS = 4, 100
Q, K, V = ([[sin(7 * m + 3 * i + j) for j in range(4)] for i in range(4)] for m in range(3))
stream = [[sin(5 * position + i) for i in range(WIDTH)] for position in range(TOKENS)]
done = {"projections": 0}


def project(matrix: list[Vector], state: Vector) -> Vector:
    done["projections"] += 1
    return [sumprod(row, state) for row in matrix]


def attend(query: Vector, keys: list[Vector], values: list[Vector]) -> Vector:
    weights = [exp(sumprod(query, key) / sqrt(WIDTH)) for key in keys]
    return [sumprod(weights, column) / sum(weights) for column in zip(*values)]


plain, cached, keys, values = [], [], [], []
for now, state in enumerate(stream):  # all keys and values again, at each step
    again = [(project(K, past), project(V, past)) for past in stream[: now + 1]]
    plain.append(attend(project(Q, state), *map(list, zip(*again))))
print("without cache", done["projections"], "projections")
done["projections"] = 0
for state in stream:  # one new key and one new value at each step
    keys.append(project(K, state))
    values.append(project(V, state))
    cached.append(attend(project(Q, state), keys, values))
print("with cache   ", done["projections"], "projections, same output:", plain == cached)
print("kept", sum(map(len, keys + values)), "numbers, formula", 2 * 1 * 1 * WIDTH * TOKENS)
