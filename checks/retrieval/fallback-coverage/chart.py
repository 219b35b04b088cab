"""Coverage and accuracy of the two halves of answers.json."""

import json
from pathlib import Path


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (coverage, accuracy of what is answered) for the tuning half and for the held-out half."""
    halves = json.loads(Path("answers.json").read_text(encoding="utf-8"))
    return {
        name: thinned([(coverage, accuracy) for _, coverage, accuracy in answer.curve(list(map(tuple, halves[half])))])
        for name, half in (("tuning half", "tuning"), ("held-out half", "held_out"))
    }


def thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return at most 60 of the points, the first and the last among them."""
    step = (len(points) - 1) / 59
    return points if step <= 1 else [points[round(number * step)] for number in range(60)]
