"""Ranks as a dict, heapq for the top, one helper for DCG, and exact shares."""

import heapq
from fractions import Fraction
from math import log2


def dot(u, v):
    if len(u) != len(v):
        raise ValueError("different dimensions")
    return sum(x * y for x, y in zip(u, v))


def need(fine, what):
    if not fine:
        raise ValueError(what)


def exact_top(query, vectors, k):
    need(k >= 1 and len(vectors) > 0, "nothing to rank")
    scored = [(-dot(query, vector), id) for id, vector in vectors.items()]
    return [id for _, id in heapq.nsmallest(k, scored)]


def recall_at(returned, relevant, k):
    need(k >= 1 and len(relevant) > 0, "nothing to find")
    seen = returned[:k]
    return float(Fraction(sum(id in seen for id in relevant), len(relevant)))


def mrr(runs):
    need(runs, "no runs")
    total = 0.0
    for returned, relevant in runs:
        need(relevant, "nothing to find")
        for i in range(len(returned)):
            if returned[i] in relevant:
                total += 1 / (i + 1)
                break
    return total / len(runs)


def dcg(gains):
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


def ndcg_at(returned, gains, k):
    need(k >= 1 and gains and all(gain >= 0 for gain in gains.values()) and max(gains.values()) > 0, "no gain")
    left = dict(gains)
    got = dcg([left.pop(id, 0) for id in returned[:k]])
    return got / dcg(heapq.nlargest(k, gains.values()))


def index_check(results, queries, vectors, k):
    need(queries, "no queries")
    recalls, lost = {}, {}
    for name in queries:
        wanted = exact_top(queries[name], vectors, k)
        returned = list(results[name])[:k] if name in results else []
        missing = [id for id in wanted if id not in returned]
        for id in missing:
            lost[id] = lost.get(id, 0) + 1
        recalls[name] = 1 - len(missing) / len(wanted)
    return sum(recalls.values()) / len(recalls), lost
