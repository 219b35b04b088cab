"""You measure the model's effect on the old questions alone. It's a clean comparison, and half of one: here the new
version raises scores far more on the new questions, and the two effects no longer add up to what the dashboard saw.
The task takes the mean over both windows.
"""

import random
from math import sqrt


def cosine(u, v):
    if len(u) != len(v):
        raise ValueError("vectors of two spaces")
    return sum(x * y for x, y in zip(u, v)) / sqrt(sum(x * x for x in u) * sum(y * y for y in v))


def top_scores(queries, documents):
    if not documents:
        raise ValueError("no documents")
    return [max(cosine(query, document) for document in documents) for query in queries]


def nearest(vectors, text, k):
    scored = [(-cosine(vectors[text], vectors[other]), other) for other in range(len(vectors)) if other != text]
    return {other for _, other in sorted(scored)[:k]}


def kept_neighbors(old, new, k):
    n = len(old)
    if len(new) != n or k < 1 or k > n - 1:
        raise ValueError("no such neighbors")
    shares = [len(nearest(old, text, k) & nearest(new, text, k)) / k for text in range(n)]
    return sum(shares) / n


def sign_flip_p(differences, rounds=2000, seed=0):
    if not differences or rounds < 1:
        raise ValueError("nothing to flip")
    rng = random.Random(seed)
    observed = sum(differences)
    hits = 0
    for _ in range(rounds):
        total = 0.0
        for value in differences:
            total += -value if rng.getrandbits(1) else value
        if abs(total) >= abs(observed) - 1e-12:
            hits += 1
    return (hits + 1) / (rounds + 1)


def effects(scores):
    b1, b2 = scores["before"]["v1"], scores["before"]["v2"]
    a1, a2 = scores["after"]["v1"], scores["after"]["v2"]
    n = len(b1)
    if n == 0 or any(len(cell) != n for cell in (b2, a1, a2)):
        raise ValueError("a score per customer in each cell")
    model = [b2[i] - b1[i] for i in range(n)]
    traffic = [((a1[i] - b1[i]) + (a2[i] - b2[i])) / 2 for i in range(n)]
    return {"model": model, "traffic": traffic}


def verdict(scores, level=0.05, rounds=2000, seed=0):
    parts = effects(scores)
    model = sign_flip_p(parts["model"], rounds, seed) <= level
    traffic = sign_flip_p(parts["traffic"], rounds, seed) <= level
    if model and traffic:
        return "both"
    if model:
        return "model"
    return "traffic" if traffic else "neither"
