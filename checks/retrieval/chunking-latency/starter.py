"""Is it the code or the cut? A latency spike explained, and a chunk size chosen."""

import json
from base64 import b64decode
from collections.abc import Mapping, Sequence


def windows(length_tokens: int, size_tokens: int, overlap_tokens: int = 0) -> list[tuple[int, int]]:
    """Return (first, end) of the chunks of a document with so many tokens."""
    raise NotImplementedError("write windows first")


def explain_ms(before: Sequence[Mapping[str, float]], after: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return what a change of mean latency consists of: more to do, slower work, and the rest."""
    raise NotImplementedError("then write explain_ms")


def score(chunks: Sequence[Mapping], questions: Sequence[Mapping], k: int) -> tuple[float, float]:
    """Return the share of questions whose answer is whole in one of the first k chunks, and the mean context tokens."""
    raise NotImplementedError("then write score")


def choose(
    rows: Sequence[Mapping], min_recall: float, search_ms_per_chunk: float, prefill_ms_per_token: float
) -> Mapping | None:
    """Return the fastest row whose recall keeps the floor, the first of equally fast ones; None if none does."""
    raise NotImplementedError("then write choose")


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
