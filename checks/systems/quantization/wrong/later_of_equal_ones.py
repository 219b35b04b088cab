"""Of two documents with the same score you put the later one first. Once numbers are coarse, equal scores are no
rarity, and a ranking without a rule for them differs from run to run. The prompt's rule: the earlier document
first.
"""

from math import sumprod


def scales_for(sample, per_dimension=False):
    if not sample or not sample[0] or any(len(vector) != len(sample[0]) for vector in sample):
        raise ValueError("sample")
    largest = [max(map(abs, column)) for column in zip(*sample)]
    if not per_dimension:
        largest = [max(largest)] * len(largest)
    return [absmax / 127 if absmax else 1.0 for absmax in largest]


def quantize(vectors, scales):
    if any(scale <= 0 for scale in scales):
        raise ValueError("scale")
    rounded = [[round(x / scale) for x, scale in zip(vector, scales, strict=True)] for vector in vectors]
    return [[max(-127, min(127, code)) for code in codes] for codes in rounded]


def restore(codes, scales):
    return [[code * scale for code, scale in zip(row, scales, strict=True)] for row in codes]


def top(query, documents, k):
    scores = [sumprod(query, document) for document in documents]
    return sorted(range(len(scores)), key=lambda position: (-scores[position], -position))[:k]


def recall_lost(queries, documents, k, scales):
    if not queries or not 1 <= k <= len(documents):
        raise ValueError("k")
    stored = restore(quantize(documents, scales), scales)
    kept = sum(len(set(top(query, documents, k)) & set(top(query, stored, k))) for query in queries)
    return 1 - kept / (k * len(queries))
