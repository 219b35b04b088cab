"""Recall against context for each way in which the corpus is cut, five chunks a question."""

import json
from base64 import b64decode
from pathlib import Path

SIZES = (32, 64, 128, 240)
SIGNED = [byte - 256 if byte > 127 else byte for byte in range(256)]


def unpacked(name: str, items: str) -> list[dict]:
    """Return the chunks or questions of a file, with their vectors as lists."""
    found = json.loads(Path(name).read_text(encoding="utf-8"))[items]
    return [{**item, "vector": [item["scale"] * SIGNED[b] for b in b64decode(item["vector"])]} for item in found]


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (mean context tokens, recall at 5) by size, with no overlap and with a quarter."""
    questions = unpacked("questions.json", "questions")

    def point(size: int, overlap: int) -> tuple[float, float]:
        recall, tokens = answer.score(unpacked(f"chunks-{size}-{overlap}.json", "chunks"), questions, 5)
        return tokens, recall

    return {
        "no overlap": [point(size, 0) for size in SIZES],
        "a quarter overlaps": [point(size, size // 4) for size in SIZES],
    }
