"""Which items of a batch may enter the index, and what is wrong with the others?"""

import json
from collections.abc import Sequence


def validate(batch: Sequence[dict], dimension: int, norm_tolerance: float = 1e-3) -> tuple[list[dict], list[str]]:
    """Return the good items, in order, and one message for each bad item, in order."""
    raise NotImplementedError("write validate")


def load() -> list[dict]:
    """Return one batch as a client sent it: vectors of 8 numbers were agreed on. This part is done for you."""
    with open("payload.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":  # Run shows your function at work on the batch
    good, messages = validate(load(), dimension=8)
    print(f"{len(good)} items are fine, {len(messages)} are not:")
    for message in messages:
        print(" ", message)
