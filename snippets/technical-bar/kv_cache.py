"""Attention with and without a cache: the same answer, less work (one toy head)."""

from math import exp, sin, sqrt, sumprod

WIDTH, counted = 4, {"projections": 0}
W_Q, W_K, W_V = ([[sin(7 * m + 3 * i + j) for j in range(WIDTH)] for i in range(WIDTH)] for m in range(3))
stream = [[sin(5 * position + i) for i in range(WIDTH)] for position in range(100)]


def project(matrix: list[list[float]], state: list[float]) -> list[float]:
    counted["projections"] += 1
    return [sumprod(row, state) for row in matrix]


def attend(query: list[float], keys: list[list[float]], values: list[list[float]]) -> list[float]:
    weights = [exp(sumprod(query, key) / sqrt(WIDTH)) for key in keys]
    return [sumprod(weights, column) / sum(weights) for column in zip(*values)]


plain, cached, keys, values = [], [], [], []
for t, state in enumerate(stream):  # each step recomputes all keys and values
    all_keys = [project(W_K, past) for past in stream[: t + 1]]
    plain.append(attend(project(W_Q, state), all_keys, [project(W_V, past) for past in stream[: t + 1]]))
print("without cache", counted.pop("projections"), "projections")
counted["projections"] = 0
for state in stream:  # each step adds one key and one value
    keys.append(project(W_K, state))
    values.append(project(W_V, state))
    cached.append(attend(project(W_Q, state), keys, values))
print("with cache   ", counted["projections"], "projections, same output:", plain == cached)
print("kept", sum(map(len, keys + values)), "numbers = 2 x 1 layer x 1 head x", WIDTH, "x", len(stream), "tokens")
