"""You try each step on its own and give up when none of them suffices. Real text is messy in several ways at once:
one question is in capitals, the next has a tab in it. Try pairs next, then three, until all texts agree or the steps
run out.
"""

from itertools import combinations
from math import sqrt


def first_divergence(indexed, served):
    if list(indexed) == list(served):
        return None
    position = 0
    while position < min(len(indexed), len(served)) and indexed[position] == served[position]:
        position += 1
    return position


def mismatch_rate(texts, index_tokens, serve_tokens):
    texts = list(texts)
    if not texts:
        raise ValueError("no texts")
    return sum(index_tokens(text) != serve_tokens(text) for text in texts) / len(texts)


def cosine(u, v):
    lengths = sqrt(sum(x * x for x in u)) * sqrt(sum(y * y for y in v))
    return sum(x * y for x, y in zip(u, v)) / lengths if lengths else 0


def recall_at_k(documents, questions, k, index_tokens, serve_tokens, encode):
    if k < 1 or not questions or not all(question["relevant"] for question in questions):
        raise ValueError("no such recall")
    vectors = {id: encode(index_tokens(text)) for id, text in documents.items()}
    total = 0
    for question in questions:
        query = encode(serve_tokens(question["text"]))
        scores = {id: cosine(query, vector) for id, vector in vectors.items()}
        top = sorted(sorted(scores), key=scores.get, reverse=True)[:k]
        total += sum(id in top for id in question["relevant"]) / len(question["relevant"])
    return total / len(questions)


def smallest_fix(texts, index_tokens, serve_tokens, steps):
    texts = list(texts)
    if not texts:
        raise ValueError("no texts")

    def agrees(names, text):
        served = text
        for name in names:
            served = steps[name](served)
        return serve_tokens(served) == index_tokens(text)

    for size in range(min(2, len(steps) + 1)):
        for names in combinations(steps, size):
            if all(agrees(names, text) for text in texts):
                return list(names)
    return None


def culprit(recall, tolerance=0.02):
    floor = recall["before"] - tolerance
    if recall["after"] >= floor:
        return "nothing"
    tokens, encoder = recall["old_tokens"] >= floor, recall["old_encoder"] >= floor
    if tokens and encoder:
        return "either"
    if tokens:
        return "tokens"
    return "encoder" if encoder else "both"
