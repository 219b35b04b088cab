"""Is it the code or the cut? A latency spike explained, and a chunk size chosen."""

import json
import math
from base64 import b64decode
from collections.abc import Mapping, Sequence

STAGES = {"search": ("search_ms", "chunks_read"), "prefill": ("prefill_ms", "context_tokens")}


def windows(length_tokens: int, size_tokens: int, overlap_tokens: int = 0) -> list[tuple[int, int]]:
    """Return (first, end) of the chunks of a document with so many tokens."""
    step = size_tokens - overlap_tokens
    if length_tokens < 1 or overlap_tokens < 0 or step < 1:
        raise ValueError("expected a length of at least 1 and an overlap from 0 to below the size")
    # A window that began in the last `overlap` tokens would repeat the end of the one before, and nothing else.
    starts = range(0, max(length_tokens - overlap_tokens, 1), step)
    return [(first, min(first + size_tokens, length_tokens)) for first in starts]


def explain_ms(before: Sequence[Mapping[str, float]], after: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return what a change of mean latency consists of: more to do, slower work, and the rest."""
    if not before or not after:
        raise ValueError("expected requests before and after")
    parts = {"other_ms": mean(after, "other_ms") - mean(before, "other_ms")}
    for stage, (ms, units) in STAGES.items():
        amount_before, amount_after = mean(before, units), mean(after, units)
        if amount_before == 0 or amount_after == 0:
            raise ValueError(f"expected some {units} before and after")
        rate_before, rate_after = mean(before, ms) / amount_before, mean(after, ms) / amount_after
        parts[f"{stage}_volume_ms"] = (amount_after - amount_before) * rate_before
        parts[f"{stage}_rate_ms"] = (rate_after - rate_before) * amount_after
    return parts


def mean(requests: Sequence[Mapping[str, float]], name: str) -> float:
    """Return the mean of one figure over all requests, those with 0 included."""
    return sum(request[name] for request in requests) / len(requests)


def score(chunks: Sequence[Mapping], questions: Sequence[Mapping], k: int) -> tuple[float, float]:
    """Return the share of questions whose answer is whole in one of the first k chunks, and the mean context tokens."""
    if k < 1 or not chunks or not questions:
        raise ValueError("expected k of at least 1, chunks and questions")
    found = tokens = 0
    for question in questions:
        best = sorted(chunks, key=lambda chunk: math.sumprod(question["vector"], chunk["vector"]), reverse=True)[:k]
        found += any(holds(chunk, answer) for chunk in best for answer in question["answers"])
        tokens += sum(chunk["end_token"] - chunk["first_token"] for chunk in best)
    return found / len(questions), tokens / len(questions)


def holds(chunk: Mapping, answer: Mapping) -> bool:
    """Say whether the whole answer stands in the chunk."""
    inside = chunk["first_token"] <= answer["first_token"] and answer["end_token"] <= chunk["end_token"]
    return inside and chunk["document"] == answer["document"]


def choose(
    rows: Sequence[Mapping], min_recall: float, search_ms_per_chunk: float, prefill_ms_per_token: float
) -> Mapping | None:
    """Return the fastest row whose recall keeps the floor, the first of equally fast ones; None if none does."""
    if not rows:
        raise ValueError("expected rows to choose from")
    fine = [row for row in rows if row["recall"] >= min_recall]
    return min(
        fine,
        key=lambda row: row["chunks"] * search_ms_per_chunk + row["context_tokens"] * prefill_ms_per_token,
        default=None,
    )


# ---------------------------------------------------------------- given: the data, and tables of it

GRID = [(32, 0), (32, 8), (64, 0), (64, 16), (128, 0), (128, 32), (240, 0), (240, 60)]


def load(name: str) -> dict:
    """Return a data file."""
    with open(name, encoding="utf-8") as file:
        return json.load(file)


def unpacked(items: Sequence[Mapping]) -> list[dict]:
    """Return chunks or questions with their vectors as lists of 128 numbers."""
    signed = [byte - 256 if byte > 127 else byte for byte in range(256)]
    return [{**item, "vector": [item["scale"] * signed[byte] for byte in b64decode(item["vector"])]} for item in items]


def traces(side: str) -> list[dict]:
    """Return the requests "before" or "after"."""
    data = load("traces.json")
    return [dict(zip(data["columns"], row)) for row in data[side]]


def grid(k: int) -> list[dict]:
    """Return a row for each way to cut the documents."""
    questions = unpacked(load("questions.json")["questions"])
    rows = []
    for size, overlap in GRID:
        chunks = unpacked(load(f"chunks-{size}-{overlap}.json")["chunks"])
        recall, tokens = score(chunks, questions, k)
        row = {"size_tokens": size, "overlap_tokens": overlap, "chunks": len(chunks)}
        rows.append({**row, "recall": recall, "context_tokens": tokens})
    return rows


def main() -> None:
    """Print where the time went, and what each way to cut finds and costs."""
    print("Tuesday's change of the mean, in ms:")
    parts = explain_ms(traces("before"), traces("after"))
    for name in sorted(parts):
        print(f"  {name:18} {parts[name]:+8.1f}")
    print(f"  {'together':18} {sum(parts.values()):+8.1f}")
    print("\nsize overlap  chunks  recall@5  context tokens  search + prefill, ms")
    rows = grid(5)
    for row in rows:
        ms = row["chunks"] * 0.15 + row["context_tokens"] * 0.4
        print(f"{row['size_tokens']:4} {row['overlap_tokens']:7} {row['chunks']:7} {row['recall']:9.2f}", end="")
        print(f" {row['context_tokens']:15.0f} {ms:21.0f}")
    for floor in (0.5, 0.65, 0.85, 0.95, 0.99):
        row = choose(rows, floor, 0.15, 0.4)
        print(f"recall of at least {floor}:", f"{row['size_tokens']} / {row['overlap_tokens']}" if row else "none")


if __name__ == "__main__":  # Run explains the spike and shows the whole grid
    main()
