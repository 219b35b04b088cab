"""Loops and counters only: rank by counting who stands before, grow the choice of steps by recursion."""


def first_divergence(indexed, served):
    i = 0
    while i < len(indexed) and i < len(served):
        if indexed[i] != served[i]:
            return i
        i += 1
    if len(indexed) == len(served):
        return None
    return i


def mismatch_rate(texts, index_tokens, serve_tokens):
    total = different = 0
    for text in texts:
        total += 1
        if list(index_tokens(text)) != list(serve_tokens(text)):
            different += 1
    if total == 0:
        raise ValueError("at least one text is needed")
    return different / total


def score(u, v):
    uv = uu = vv = 0.0
    for x, y in zip(u, v):
        uv += x * y
        uu += x * x
        vv += y * y
    if uu == 0 or vv == 0:
        return 0.0
    return uv / (uu**0.5 * vv**0.5)


def recall_at_k(documents, questions, k, index_tokens, serve_tokens, encode):
    if k < 1 or len(questions) == 0:
        raise ValueError("k and questions must be at least 1")
    index = {}
    for id in documents:
        index[id] = encode(index_tokens(documents[id]))
    total = 0.0
    for question in questions:
        if not question["relevant"]:
            raise ValueError("a question needs a relevant document")
        vector = encode(serve_tokens(question["text"]))
        scores = {id: score(vector, index[id]) for id in index}
        found = 0
        for id in question["relevant"]:
            before = 0
            for other in scores:
                if scores[other] > scores[id] or (scores[other] == scores[id] and other < id):
                    before += 1
            if before < k:
                found += 1
        total += found / len(question["relevant"])
    return total / len(questions)


def smallest_fix(texts, index_tokens, serve_tokens, steps):
    rows = [(text, index_tokens(text)) for text in texts]
    if not rows:
        raise ValueError("at least one text is needed")
    names = list(steps)

    def search(start, left, chosen, current):
        if left == 0:
            return chosen if all(serve_tokens(now) == wanted for now, wanted in current) else None
        for place in range(start, len(names)):
            step = steps[names[place]]
            changed = [(step(now), wanted) for now, wanted in current]
            found = search(place + 1, left - 1, [*chosen, names[place]], changed)
            if found is not None:
                return found
        return None

    for size in range(len(names) + 1):
        found = search(0, size, [], rows)
        if found is not None:
            return found
    return None


def culprit(recall, tolerance=0.02):
    floor = recall["before"] - tolerance
    if recall["after"] >= floor:
        return "nothing"
    if recall["old_tokens"] >= floor:
        return "either" if recall["old_encoder"] >= floor else "tokens"
    return "encoder" if recall["old_encoder"] >= floor else "both"
