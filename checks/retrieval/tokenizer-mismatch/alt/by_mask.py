"""Number the choices of steps in binary, fewest first; score with vectors of length 1; look the verdict up."""

import heapq
import math
from itertools import zip_longest
from statistics import fmean


def first_divergence(indexed, served):
    missing = object()
    pairs = zip_longest(indexed, served, fillvalue=missing)
    return next((position for position, (ours, theirs) in enumerate(pairs) if ours != theirs), None)


def mismatch_rate(texts, index_tokens, serve_tokens):
    parted = [first_divergence(index_tokens(text), serve_tokens(text)) is not None for text in texts]
    if len(parted) == 0:
        raise ValueError("no texts")
    return fmean(parted)


def unit(vector):
    length = math.sqrt(math.fsum(x * x for x in vector))
    return [x / length for x in vector] if length else list(vector)


def recall_at_k(documents, questions, k, index_tokens, serve_tokens, encode):
    if k <= 0:
        raise ValueError("k must be at least 1")
    units = [(id, unit(encode(index_tokens(text)))) for id, text in documents.items()]

    def recall(question):
        query = unit(encode(serve_tokens(question["text"])))
        scored = ((-math.sumprod(query, vector), id) for id, vector in units)
        top = {id for _, id in heapq.nsmallest(k, scored)}
        relevant = set(question["relevant"])
        if not relevant:
            raise ValueError("nothing to find")
        return 1 - len(relevant - top) / len(relevant)

    if not questions:
        raise ValueError("no questions")
    return fmean(map(recall, questions))


def smallest_fix(texts, index_tokens, serve_tokens, steps):
    targets = [(text, index_tokens(text)) for text in texts]
    if not targets:
        raise ValueError("no texts")
    names = list(steps)
    for mask in sorted(range(2 ** len(names)), key=int.bit_count):
        chosen = [name for place, name in enumerate(names) if mask >> place & 1]
        for text, wanted in targets:
            for name in chosen:
                text = steps[name](text)
            if serve_tokens(text) != wanted:
                break
        else:
            return chosen
    return None


def culprit(recall, tolerance=0.02):
    fine = {name for name, value in recall.items() if value >= recall["before"] - tolerance}
    if "after" in fine:
        return "nothing"
    return {
        frozenset(): "both",
        frozenset({"old_tokens"}): "tokens",
        frozenset({"old_encoder"}): "encoder",
        frozenset({"old_tokens", "old_encoder"}): "either",
    }[frozenset(fine - {"before"})]
