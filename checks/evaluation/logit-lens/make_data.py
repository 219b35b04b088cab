"""Write traces.json, the residual stream of a tiny invented model on 48 questions that were answered from a passage.

Each state is made of token directions with hand-chosen strengths, some noise, and one outlier dimension that grows with
every layer. The model's final norm damps that dimension; who forgets the norm sees little else.
"""

import json
from math import hypot
from pathlib import Path
from random import Random

VOCABULARY = ["the", "a", ".", "ten", "thirty", "sixty", "Berlin", "Toronto", "London", "yes", "no", "maybe"]
CONTENT = range(3, 12)
LAYERS, WIDTH = 8, 8
OUTLIER = WIDTH - 1
GAIN = [1.5, 1.2, 0.9, 1.1, 1.4, 0.8, 1.3, 0.05]
# How strongly the passage's token and its rival from memory are written into each layer.
STORIES = {
    "settles": ((0, 0.4, 1.4, 2.2, 2.8, 3.2, 3.6, 4.0), (0, 0.6, 0.8, 0.8, 0.6, 0.5, 0.4, 0.4)),
    "wavers": ((0, 0.5, 2.0, 1.6, 1.2, 2.6, 3.2, 3.8), (0, 0.4, 0.8, 1.8, 2.4, 1.2, 0.8, 0.6)),
    "overruled": ((0, 0.5, 1.4, 2.2, 2.6, 2.6, 2.0, 1.6), (0, 0.4, 0.6, 0.8, 1.2, 2.0, 3.4, 4.4)),
    "never": ((0, 0.1, 0.2, 0.3, 0.3, 0.3, 0.2, 0.2), (0, 0.6, 1.2, 2.0, 2.6, 3.2, 3.6, 4.0)),
}
FIRST = ("wavers", "overruled", "never")  # Run shows these
COUNTS = {"settles": 14, "wavers": 5, "overruled": 18, "never": 8}


def unembedding(rng: Random) -> list[list[float]]:
    """Return a row for each token; fillers lean on the outlier dimension."""
    rows = []
    for token in range(len(VOCABULARY)):
        row = [rng.gauss(0, 1) for _ in range(WIDTH)]
        length = hypot(*row[:OUTLIER])
        row = [round(2 * x / length, 2) for x in row]  # rows of one length, so that no token is favored
        row[OUTLIER] = round(rng.uniform(1.0, 1.6), 2) if token not in CONTENT else round(rng.uniform(-0.2, 0.2), 2)
        rows.append(row)
    return rows


def states(rng: Random, rows: list[list[float]], passage: int, rival: int, story: str) -> list[list[float]]:
    """Return the stream after each layer."""
    stream = []
    for layer, (ours, theirs) in enumerate(zip(*STORIES[story], strict=True)):
        state = [ours * rows[passage][i] + theirs * rows[rival][i] + rng.gauss(0, 0.25) for i in range(WIDTH)]
        state[OUTLIER] = 4 + 3 * layer + rng.gauss(0, 0.5)
        stream.append([round(x, 3) for x in state])
    return stream


def trace(rng: Random, number: int, rows: list[list[float]], story: str) -> dict[str, object]:
    """Return one question's trace."""
    passage, rival = rng.sample(CONTENT, 2)
    return {
        "id": f"q{number:02}",
        "passage": VOCABULARY[passage],
        "states": states(rng, rows, passage, rival, story),
    }


def main() -> None:
    """Write the file beside this script."""
    rng = Random(29)
    rows = unembedding(rng)
    others = [story for story, count in COUNTS.items() for _ in range(count)]
    rng.shuffle(others)
    stories = [*FIRST, *others]
    about = (
        "An example written for this handbook: a hand-made model of 8 layers on questions with a passage. No real one."
    )
    parts = [
        f'  "about": {json.dumps(about)}',
        f'  "vocabulary": {json.dumps(VOCABULARY)}',
        f'  "gain": {json.dumps(GAIN)}',
    ]
    parts.append(f'  "unembedding": {json.dumps(rows)}')
    traces = [json.dumps(trace(rng, number, rows, story)) for number, story in enumerate(stories, start=1)]
    parts.append('  "traces": [\n    ' + ",\n    ".join(traces) + "\n  ]")
    Path(__file__).with_name("traces.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
