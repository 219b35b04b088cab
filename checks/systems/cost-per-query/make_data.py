"""Write queries.json, an invented sample of 300 queries to a RAG service, with what each one used.

Three kinds of query: short questions, questions to manuals, and contracts, which bring many long passages. The longer
the prompt, the likelier an attempt times out and is made again; so the dear queries are also the ones repeated.
"""

import json
from pathlib import Path
from random import Random

KINDS = {  # how many in 100, passages, tokens per passage, candidates, output tokens
    "short question": (62, (3, 5), (90, 220), 20, (30, 180)),
    "manual": (28, (5, 8), (250, 480), 50, (120, 420)),
    "contract": (10, (10, 24), (600, 1150), 100, (260, 900)),
}


def query(rng: Random) -> dict:
    """Return what one query used."""
    kind = rng.choices(list(KINDS), [share for share, *_ in KINDS.values()])[0]
    _, passages, passage_tokens, candidates, output = KINDS[kind]
    used = {
        "kind": kind,
        "question_tokens": rng.randint(6, 60),
        "prompt_tokens": 420,
        "passages": rng.randint(*passages),
        "passage_tokens": rng.randint(*passage_tokens),
        "candidates": candidates if rng.random() < 0.95 else 0,  # now and then the reranker is skipped
        "output_tokens": rng.randint(*output),
    }
    attempts = 1
    while attempts < 4 and rng.random() < 0.02 + used["passages"] * used["passage_tokens"] / 40_000:
        attempts += 1
    return used | {"attempts": attempts}


def main() -> None:
    """Write the file beside this script."""
    rng = Random(30)
    about = "An example written for this handbook: invented queries. No real service, no real customer."
    rows = ",\n".join(f"    {json.dumps(query(rng))}" for _ in range(300))
    text = f'{{\n  "about": {json.dumps(about)},\n  "queries": [\n{rows}\n  ]\n}}\n'
    Path(__file__).with_name("queries.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
