"""Scales multiplied into the query once; documents stay whole numbers, and a heap finds the top."""

import heapq
from decimal import ROUND_HALF_EVEN, Decimal


def scales_for(sample, per_dimension=False):
    if len({len(vector) for vector in sample}) != 1 or len(sample[0]) == 0:
        raise ValueError("not a sample")
    dimensions = range(len(sample[0]))
    largest = [max(abs(vector[i]) for vector in sample) for i in dimensions]
    if not per_dimension:
        largest = [max(largest) for _ in dimensions]
    return [value / 127 or 1.0 for value in largest]


def quantize(vectors, scales):
    if min(scales, default=1) <= 0:
        raise ValueError("scale")
    codes = []
    for vector in vectors:
        if len(vector) != len(scales):
            raise ValueError("length")
        nearest = [int(Decimal(x / s).quantize(Decimal(1), ROUND_HALF_EVEN)) for x, s in zip(vector, scales)]
        codes.append([sorted((-127, code, 127))[1] for code in nearest])
    return codes


def restore(codes, scales):
    if any(len(row) != len(scales) for row in codes):
        raise ValueError("length")
    return [[scales[i] * code for i, code in enumerate(row)] for row in codes]


def best(query, documents, k):
    if any(len(document) != len(query) for document in documents):
        raise ValueError("length")
    scored = [(-sum(a * b for a, b in zip(query, document)), place) for place, document in enumerate(documents)]
    return {place for _, place in heapq.nsmallest(k, scored)}


def recall_lost(queries, documents, k, scales):
    if len(queries) == 0 or k < 1 or k > len(documents):
        raise ValueError("k")
    codes, lost = quantize(documents, scales), 0
    for query in queries:
        exact = best(query, documents, k)
        lost += len(exact - best([x * scale for x, scale in zip(query, scales)], codes, k))
    return lost / (k * len(queries))
