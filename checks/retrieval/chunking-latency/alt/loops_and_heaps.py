"""Windows by a while loop, the top k by heapq, totals in place of means."""

from heapq import nlargest


def windows(length_tokens, size_tokens, overlap_tokens=0):
    if length_tokens <= 0 or size_tokens <= 0 or overlap_tokens < 0 or overlap_tokens >= size_tokens:
        raise ValueError("can't cut like this")
    first, found = 0, []
    while True:
        end = first + size_tokens
        if end >= length_tokens:
            return [*found, (first, length_tokens)]
        found.append((first, end))
        first = end - overlap_tokens


def totals(requests):
    if not requests:
        raise ValueError("no requests")
    names = ("chunks_read", "search_ms", "context_tokens", "prefill_ms", "other_ms")
    return {name: sum(request[name] for request in requests) for name in names}, len(requests)


def explain_ms(before, after):
    (old, n_old), (new, n_new) = totals(before), totals(after)
    result = {"other_ms": new["other_ms"] / n_new - old["other_ms"] / n_old}
    for stage, ms, units in (("search", "search_ms", "chunks_read"), ("prefill", "prefill_ms", "context_tokens")):
        if not old[units] or not new[units]:
            raise ValueError("no rate without units")
        at_old_rate = new[units] / n_new * old[ms] / old[units]
        result[stage + "_volume_ms"] = at_old_rate - old[ms] / n_old
        result[stage + "_rate_ms"] = new[ms] / n_new - at_old_rate
    return result


def score(chunks, questions, k):
    if k <= 0 or len(chunks) == 0 or len(questions) == 0:
        raise ValueError("nothing to score")
    hits, lengths = [], []
    for question in questions:
        scored = [
            (sum(x * y for x, y in zip(chunk["vector"], question["vector"])), -place)
            for place, chunk in enumerate(chunks)
        ]
        best = [chunks[-place] for _, place in nlargest(k, scored)]
        wanted = [(a["document"], set(range(a["first_token"], a["end_token"]))) for a in question["answers"]]
        held = [(c["document"], set(range(c["first_token"], c["end_token"]))) for c in best]
        hits.append(any(a == c and tokens <= others for a, tokens in wanted for c, others in held))
        lengths.append(sum(len(tokens) for _, tokens in held))
    return sum(hits) / len(hits), sum(lengths) / len(lengths)


def choose(rows, min_recall, search_ms_per_chunk, prefill_ms_per_token):
    if len(rows) == 0:
        raise ValueError("no rows")
    best, best_ms = None, float("inf")
    for row in rows:
        ms = search_ms_per_chunk * row["chunks"] + prefill_ms_per_token * row["context_tokens"]
        if row["recall"] >= min_recall and ms < best_ms:
            best, best_ms = row, ms
    return best
