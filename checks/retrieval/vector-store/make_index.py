"""Write results.json: what a small approximate index returned to the corpus' questions.

The index is an inverted file: k-means sorts the chunks into 16 cells, and a query reads the cells with the nearest
centers. Three things have gone wrong with it, as they do: the upload of one document failed, another was loaded twice,
and a deleted one is still there. With all cells read, two questions ran into the store's timeout.

Run it in this folder; it reads ../corpus and needs the standard library only.
"""

import base64
import json
import math
import random
from pathlib import Path

CELLS = 16
SETTINGS = (1, 2, 4, 16)
K = 10
NOT_LOADED, LOADED_TWICE = "keys", "sso"
DELETED = {"batch-2025": "batch-beta"}  # the old page was much like the one it is made from
TIMED_OUT = {16: ("Q12", "Q38")}
CORPUS = Path("../corpus")


def vector(item):
    return [item["scale"] * (byte - 256 if byte > 127 else byte) for byte in base64.b64decode(item["vector"])]


def unit(v):
    length = math.hypot(*v)
    return [x / length for x in v]


def nearest(centers, v, count):
    return sorted(range(len(centers)), key=lambda cell: -math.sumprod(centers[cell], v))[:count]


def centers_of(vectors, rng):
    """Return the centers that k-means settles on, all of length 1."""
    centers = rng.sample(vectors, CELLS)
    for _ in range(25):
        members = [[] for _ in centers]
        for v in vectors:
            members[nearest(centers, v, 1)[0]].append(v)
        centers = [
            unit([math.fsum(column) for column in zip(*cell)]) if cell else old for cell, old in zip(members, centers)
        ]
    return centers


def stored(chunks, rng):
    """Return (id, vector) of all that is in the index, faults included."""
    for chunk in chunks:
        id, v = f"{chunk['document']}:{chunk['first_token']}", vector(chunk)
        if chunk["document"] == NOT_LOADED:
            continue
        yield id, v
        if chunk["document"] == LOADED_TWICE:
            yield id, v
        if old := DELETED.get(chunk["document"]):
            yield f"{old}:{chunk['first_token']}", unit([x + rng.gauss(0, 0.02) for x in v])


def main():
    rng = random.Random(24)
    chunks = json.loads((CORPUS / "chunks-64-16.json").read_text("utf-8"))["chunks"]
    questions = json.loads((CORPUS / "questions.json").read_text("utf-8"))["questions"]
    items = list(stored(chunks, rng))
    centers = centers_of([v for _, v in items], rng)
    cells = [[] for _ in centers]
    for item in items:
        cells[nearest(centers, item[1], 1)[0]].append(item)
    settings = []
    for cells_read in SETTINGS:
        returned, vectors_read = {}, 0
        for question in questions:
            q = vector(question)
            read = [item for cell in nearest(centers, q, cells_read) for item in cells[cell]]
            vectors_read += len(read)
            if question["id"] not in TIMED_OUT.get(cells_read, ()):
                best = sorted(read, key=lambda item: (-math.sumprod(item[1], q), item[0]))
                returned[question["id"]] = [id for id, _ in best[:K]]
        settings.append(
            {"cells_read": cells_read, "mean_vectors_read": vectors_read / len(questions), "returned": returned}
        )
    lines = ",\n".join("  " + json.dumps(setting) for setting in settings)
    head = {"about": "An example written for this handbook: see make_index.py.", "cells": CELLS, "stored": len(items)}
    Path("results.json").write_text(f'{json.dumps(head, indent=1)[:-2]},\n "settings": [\n{lines}\n ]\n}}\n', "utf-8")


if __name__ == "__main__":
    main()
