"""Write answers.json, invented answers of a model that's right in 85% of cases, with its confidence in each.

Confidence tells right from wrong well but not perfectly; and a few answers (to tables in scanned pages, say) are wrong
with the very highest confidence. One half is for choosing a threshold, the other for judging it.
"""

import json
from pathlib import Path
from random import Random


def answers(rng: Random, count: int) -> list[list[float | bool]]:
    """Return [confidence, right] of each answer."""
    rows = []
    for _ in range(count):
        right = rng.random() < 0.85
        confidence = rng.betavariate(9, 1.2) if right else rng.betavariate(3, 3)
        if not right and rng.random() < 0.02:
            confidence = rng.uniform(0.985, 1)
        rows.append([round(confidence, 2), right])
    return rows


def main() -> None:
    """Write the file beside this script."""
    rng = Random(48)
    halves = {half: answers(rng, 1500) for half in ("tuning", "held_out")}
    about = "An example written for this handbook: [confidence, whether right] of invented answers. No real model."
    lines = [f'  "about": {json.dumps(about)}', *(f'  "{half}": {json.dumps(rows)}' for half, rows in halves.items())]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    Path(__file__).with_name("answers.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
