"""Does a vector store find what is there, and is what it finds of use?"""

import json
import math
from base64 import b64decode
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

Vector = Sequence[float]


def exact_top(query: Vector, vectors: Mapping[str, Vector], k: int) -> list[str]:
    """Return the ids of the k vectors with the highest dot product with the query, best first, ties by id."""
    if k < 1 or not vectors:
        raise ValueError("expected k of at least 1 and vectors to search")
    if any(len(vector) != len(query) for vector in vectors.values()):
        raise ValueError("expected vectors as long as the query")
    return sorted(vectors, key=lambda id: (-math.sumprod(query, vectors[id]), id))[:k]


def recall_at(returned: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return the share of all relevant ids that are among the first k returned."""
    if k < 1 or not relevant:
        raise ValueError("expected k of at least 1 and something relevant to find")
    return len(set(returned[:k]) & set(relevant)) / len(relevant)


def mrr(runs: Sequence[tuple[Sequence[str], Collection[str]]]) -> float:
    """Return the mean, over runs of (returned, relevant), of 1 / rank of the first relevant id, 0 without one."""
    if not runs or not all(relevant for _, relevant in runs):
        raise ValueError("expected runs, each with something relevant to find")
    return sum(reciprocal_rank(returned, relevant) for returned, relevant in runs) / len(runs)


def reciprocal_rank(returned: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 / rank of the first relevant id, 0 without one."""
    return next((1 / rank for rank, id in enumerate(returned, 1) if id in relevant), 0.0)


def ndcg_at(returned: Sequence[str], gains: Mapping[str, float], k: int) -> float:
    """Return the discounted gain of the first k returned, as a share of what the best order would have."""
    if k < 1 or not any(gains.values()) or min(gains.values()) < 0:
        raise ValueError("expected k of at least 1, and gains of 0 or more of which one is above 0")
    seen: dict[str, int] = {}
    for rank, id in enumerate(returned[:k], 1):
        seen.setdefault(id, rank)  # what is returned again tells the reader nothing new
    best = enumerate(sorted(gains.values(), reverse=True)[:k], 1)
    ideal = sum(gain / math.log2(rank + 1) for rank, gain in best)
    return sum(gains.get(id, 0) / math.log2(rank + 1) for id, rank in seen.items()) / ideal


def index_check(
    results: Mapping[str, Sequence[str]], queries: Mapping[str, Vector], vectors: Mapping[str, Vector], k: int
) -> tuple[float, dict[str, int]]:
    """Return the mean recall@k of the results against exact search, and how often each id was lost."""
    if not queries:
        raise ValueError("expected queries")
    recalls, lost = [], Counter[str]()
    for name, query in queries.items():
        exact, returned = exact_top(query, vectors, k), results.get(name, [])
        recalls.append(recall_at(returned, exact, k))
        lost.update(set(exact) - set(returned[:k]))
    return sum(recalls) / len(recalls), dict(lost)


# ---------------------------------------------------------------- given: the data, and a table of it


def decoded(item: Mapping) -> list[float]:
    """Return the 128 numbers of a chunk or a question."""
    return [item["scale"] * (byte - 256 if byte > 127 else byte) for byte in b64decode(item["vector"])]


def gains_of(question: Mapping, chunks: Sequence[Mapping]) -> dict[str, float]:
    """Return the chunks of use: 2 for one that holds a whole answer, 1 for one that holds a part of it."""
    gains: dict[str, float] = {}
    for chunk in chunks:
        for answer in question["answers"]:
            first = max(chunk["first_token"], answer["first_token"])
            held = min(chunk["end_token"], answer["end_token"]) - first
            if chunk["document"] == answer["document"] and held > 0:
                gains[name_of(chunk)] = 2.0 if held == answer["end_token"] - answer["first_token"] else 1.0
    return gains


def name_of(chunk: Mapping) -> str:
    """Return a chunk's id in the store: its document, and the token at which it begins."""
    return f"{chunk['document']}:{chunk['first_token']}"


def load(name: str) -> dict:
    """Return a data file."""
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def main() -> None:
    """Print what the store's settings find, and what they lose."""
    chunks, questions = load("chunks-64-16.json")["chunks"], load("questions.json")["questions"]
    vectors = {name_of(chunk): decoded(chunk) for chunk in chunks}
    queries = {question["id"]: decoded(question) for question in questions}
    gains = {question["id"]: gains_of(question, chunks) for question in questions}
    store = load("results.json")
    rows = [(f"{row['cells_read']:2} cells", row["mean_vectors_read"], row["returned"]) for row in store["settings"]]
    rows.append(("exact", len(vectors), {name: exact_top(query, vectors, 10) for name, query in queries.items()}))
    print("            vectors read   index recall@10   answers: recall@10    MRR   nDCG@10")
    for label, read, returned in rows:
        runs = [(returned.get(name, []), gains[name]) for name in queries]
        found, lost = index_check(returned, queries, vectors, 10)
        recall = sum(recall_at(ids, gain, 10) for ids, gain in runs) / len(runs)
        ndcg = sum(ndcg_at(ids, gain, 10) for ids, gain in runs) / len(runs)
        print(f"{label:>10} {read:14.1f} {found:17.3f} {recall:20.3f} {mrr(runs):6.3f} {ndcg:9.3f}")
    for label, _, returned in rows[:-1]:
        _, lost = index_check(returned, queries, vectors, 10)
        worst = sorted(lost, key=lambda id: (-lost[id], id))[:4]
        print(f"\n{label}, most often lost:", ", ".join(f"{id} ({lost[id]}x)" for id in worst), end="")


if __name__ == "__main__":  # Run shows each setting of the store beside exact search
    main()
