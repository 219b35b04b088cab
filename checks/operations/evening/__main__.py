"""Writes the evening's files to where they are read: `python -m evening [FOLDER IN PLACE OF THE REPOSITORY]`."""

import sys
from pathlib import Path
from random import Random

from .log import log
from .samples import samples
from .story import requests_of
from .tickets import tickets
from .traces import traces

LABS = {
    "gateway.jsonl": "checks/operations/jsonl-failures",
    "tickets.jsonl": "checks/operations/ticket-patterns",
    "traces.json": "checks/operations/trace-latency",
    "samples.jsonl": "checks/retrieval/schema-migration",
}
NOTEBOOK = "docs/notebooks"


def files() -> dict[str, str]:
    """Return what the evening left behind, by file name."""
    requests = requests_of(Random(1119))
    return {
        "gateway.jsonl": log(requests),
        "tickets.jsonl": tickets(Random(19), requests),
        "traces.json": traces(Random(15)),
        "samples.jsonl": samples(Random(6), requests),
    }


def main(root: Path) -> None:
    """Write each file into its lab, and beside the notebook that reads them all."""
    for name, text in files().items():
        for folder in (LABS[name], NOTEBOOK):
            (root / folder).mkdir(parents=True, exist_ok=True)
            (root / folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[3])
