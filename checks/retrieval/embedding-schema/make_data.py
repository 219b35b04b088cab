"""Writes payload.jsonl: one batch as a client sent it to an index that takes vectors of 8 numbers.

    python make_data.py

Invented and seeded. Most items are in order; the others carry the faults that real payloads do. Two of them hold NaN
and Infinity, which the JSON standard doesn't know and Python's json module reads and writes all the same.
"""

import json
import math
import random
from collections.abc import Callable
from pathlib import Path

DIMENSION, ITEMS = 8, 40
FAULTS: dict[int, Callable[[dict], object]] = {  # by index of the item that gets it
    2: lambda item: item["vector"].pop(),
    5: lambda item: item.update(vector=None),
    9: lambda item: item["vector"].__setitem__(3, math.nan),
    12: lambda item: item.update(id=4711),
    15: lambda item: item.update(vector=[3.5 * x for x in item["vector"]]),
    16: lambda item: item["vector"].extend([0.0] * DIMENSION),
    20: lambda item: item.update(vector=[str(x) for x in item["vector"]]),
    23: lambda item: item.pop("id"),
    24: lambda item: item.update(vector=[False] * (DIMENSION - 1) + [True]),
    28: lambda item: item.update(vector=[0.0] * DIMENSION),
    31: lambda item: item.update(embedding=item.pop("vector")),
    34: lambda item: item["vector"].__setitem__(0, -math.inf),
    37: lambda item: item.update(vector=[item["vector"]]),
}


def unit_vector(generator: random.Random) -> list[float]:
    """Return a vector of length 1, but for rounding to four decimals, as clients do to save bytes."""
    vector = [generator.gauss(0, 1) for _ in range(DIMENSION)]
    return [round(x / math.hypot(*vector), 4) for x in vector]


def main() -> None:
    """Write the file beside this script."""
    generator = random.Random(49)
    items = [{"id": f"ticket-{number // 2:03}", "vector": unit_vector(generator)} for number in range(ITEMS)]
    for index, spoil in FAULTS.items():
        spoil(items[index])
    items[7]["vector"] = [0, 0, 0, 1, 0, 0, 0, 0]  # whole numbers are fine
    items[8]["text"] = "Where is my refund?"  # so are other keys
    text = "".join(json.dumps(item) + "\n" for item in items)
    Path(__file__).with_name("payload.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
