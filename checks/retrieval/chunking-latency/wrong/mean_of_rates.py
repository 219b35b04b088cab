"""You work out ms per unit for each request and average those. Small requests then weigh as much as large ones, and
requests without any units have no rate and fall out. Time follows from all units together: total ms over total
units.
"""

import math

STAGES = {"search": ("search_ms", "chunks_read"), "prefill": ("prefill_ms", "context_tokens")}


def windows(length_tokens, size_tokens, overlap_tokens=0):
    if length_tokens < 1 or not 0 <= overlap_tokens < size_tokens:
        raise ValueError("expected a length of at least 1 and an overlap from 0 to below the size")
    step = size_tokens - overlap_tokens
    starts = range(0, max(length_tokens - overlap_tokens, 1), step)
    return [(first, min(first + size_tokens, length_tokens)) for first in starts]


def explain_ms(before, after):
    if not before or not after:
        raise ValueError("expected requests before and after")
    parts = {"other_ms": mean(after, "other_ms") - mean(before, "other_ms")}
    for stage, (ms, units) in STAGES.items():
        amount_before, amount_after = mean(before, units), mean(after, units)
        if amount_before == 0 or amount_after == 0:
            raise ValueError(f"expected some {units} before and after")
        rate_before, rate_after = (
            mean([{"rate": r[ms] / r[units]} for r in side if r[units]], "rate") for side in (before, after)
        )
        parts[f"{stage}_volume_ms"] = (amount_after - amount_before) * rate_before
        parts[f"{stage}_rate_ms"] = (rate_after - rate_before) * amount_after
    return parts


def mean(requests, name):
    return sum(request[name] for request in requests) / len(requests)


def score(chunks, questions, k):
    if k < 1 or not chunks or not questions:
        raise ValueError("expected k of at least 1, chunks and questions")
    found = tokens = 0
    for question in questions:
        best = sorted(chunks, key=lambda chunk: math.sumprod(question["vector"], chunk["vector"]), reverse=True)[:k]
        found += any(holds(chunk, answer) for chunk in best for answer in question["answers"])
        tokens += sum(chunk["end_token"] - chunk["first_token"] for chunk in best)
    return found / len(questions), tokens / len(questions)


def holds(chunk, answer):
    inside = chunk["first_token"] <= answer["first_token"] and answer["end_token"] <= chunk["end_token"]
    return inside and chunk["document"] == answer["document"]


def choose(rows, min_recall, search_ms_per_chunk, prefill_ms_per_token):
    if not rows:
        raise ValueError("expected rows to choose from")
    fine = [row for row in rows if row["recall"] >= min_recall]
    return min(
        fine,
        key=lambda row: row["chunks"] * search_ms_per_chunk + row["context_tokens"] * prefill_ms_per_token,
        default=None,
    )
