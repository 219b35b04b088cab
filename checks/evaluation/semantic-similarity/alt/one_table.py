"""Compute each cosine once, as a table; its rows give one direction and its columns the other."""

import math


def cosine(u, v):
    if not u or not v or len(u) != len(v):
        raise ValueError("vectors must have one length, at least 1")
    uu = vv = uv = 0.0
    for i in range(len(u)):
        uu += u[i] * u[i]
        vv += v[i] * v[i]
        uv += u[i] * v[i]
    if uu == 0 or vv == 0:
        raise ValueError("a zero vector has no direction")
    return uv / math.sqrt(uu * vv)


def set_similarity(a, b):
    if len(a) == 0 or len(b) == 0:
        raise ValueError("both sets need a response")
    table = [[cosine(u, v) for v in b] for u in a]
    rows = [max(row) for row in table]
    columns = [max(column) for column in zip(*table, strict=True)]
    return 0.5 * sum(rows) / len(rows) + 0.5 * sum(columns) / len(columns)
