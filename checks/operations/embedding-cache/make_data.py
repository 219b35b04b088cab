"""Writes requests.json: which texts a support search was asked to embed in four hours, and by which model version.

    python make_data.py

Invented and seeded. A few questions are asked all the time and most of them rarely (Zipf's law); a tenth of the
requests go to the new model version from hour two, all of them from hour three.
"""

import itertools
import json
import random
from pathlib import Path

REQUESTS, SECONDS = 3_000, 4 * 3_600
TASKS = ["reset", "export", "cancel", "upgrade", "share", "restore", "rename", "verify", "move", "delete"]
THINGS = ["password", "invoice", "workspace", "API key", "report", "seat", "webhook", "domain", "dataset", "plan"]
ENDINGS = ["", " on mobile", " for a customer", " in bulk", " after a timeout", " with SSO"]


def main() -> None:
    """Write the file beside this script."""
    generator = random.Random(36)
    texts = [f"{task} {thing}{ending}" for task, thing, ending in itertools.product(TASKS, THINGS, ENDINGS)]
    generator.shuffle(texts)
    asked = generator.choices(range(len(texts)), [1 / rank for rank in range(1, len(texts) + 1)], k=REQUESTS)
    times = sorted(generator.randrange(SECONDS) for _ in asked)
    new_share = [0, 0.1, 1, 1]  # of the requests, hour by hour
    models = [int(generator.random() < new_share[now_s // 3_600]) for now_s in times]
    rows = [json.dumps(list(row)) for row in zip(times, asked, models, strict=True)]
    lines = ",\n".join(", ".join(rows[start : start + 8]) for start in range(0, len(rows), 8))
    text = f'{{\n"models": ["embed-v1", "embed-v2"],\n"texts": {json.dumps(texts)},\n"requests": [\n{lines}\n]\n}}\n'
    Path(__file__).with_name("requests.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
