"""You take the gains of what was returned and sort those for the ideal. So a store is measured against the best
order of its own list: one that finds a single scrap and misses the answer scores 1. The ideal knows all chunks of
use, returned or not.
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
    best = enumerate(sorted((gains.get(id, 0) for id in seen), reverse=True), 1)
    ideal = sum(gain / math.log2(rank + 1) for rank, gain in best)
    dcg = sum(gains.get(id, 0) / math.log2(rank + 1) for id, rank in seen.items())
    return dcg / ideal if ideal else 0.0


def index_check(results, queries, vectors, k):
    if not queries:
        raise ValueError("expected queries")
    recalls, lost = [], Counter()
    for name, query in queries.items():
        exact, returned = exact_top(query, vectors, k), results.get(name, [])
        recalls.append(recall_at(returned, exact, k))
        lost.update(set(exact) - set(returned[:k]))
    return sum(recalls) / len(recalls), dict(lost)
