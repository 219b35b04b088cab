"""One question, two rankings: what does a reranker change?"""

from math import log2

RELEVANT = {"refunds": 3, "returns": 2, "warranty": 1}  # gains; others 0
FAST = ["blog", "menu", "warranty", "jobs", "returns", "map", "refunds", "faq"]
RERANKED = ["refunds", "warranty", "returns", "blog", "menu", "jobs", "map", "faq"]


def recall(ranking: list[str], k: int) -> float:
    return len(RELEVANT.keys() & set(ranking[:k])) / len(RELEVANT)


def reciprocal_rank(ranking: list[str]) -> float:
    ranks = [rank for rank, name in enumerate(ranking, 1) if name in RELEVANT]
    return 1 / ranks[0] if ranks else 0.0


def dcg(gains: list[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def ndcg(ranking: list[str], k: int) -> float:
    ideal = sorted(RELEVANT.values(), reverse=True)[:k]
    return dcg([RELEVANT.get(name, 0) for name in ranking[:k]]) / dcg(ideal)


for label, ranking in ("fast", FAST), ("reranked", RERANKED):
    all_eight, three = recall(ranking, 8), recall(ranking, 3)
    print(f"{label:8} recall@8 {all_eight:.2f}  recall@3 {three:.2f}", end="")
    print(f"  1/rank {reciprocal_rank(ranking):.2f}  nDCG@8 {ndcg(ranking, 8):.2f}")
