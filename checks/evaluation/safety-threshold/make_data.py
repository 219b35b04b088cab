"""Write moderation.json, an invented content filter's scores on requests that people have labeled.

Harmful requests score high, harmless ones low, and one customer's harmless ones (a hospital, whose words look harmful)
lie in between. Some labels are missing, because the two labelers disagreed.
"""

import json
from pathlib import Path
from random import Random

IN_USE = 0.5


def request(rng: Random, number: int, harmful_share: float) -> dict:
    """Return one request with its score and label; null where the labelers disagreed."""
    customer = "hospital" if rng.random() < 0.22 else rng.choice(["bank", "shop", "school"])
    harmful = rng.random() < harmful_share
    alpha, beta = (9.0, 2.2) if harmful else (4.5, 4.5) if customer == "hospital" else (2.0, 5.5)
    score = round(rng.betavariate(alpha, beta), 3)
    label = None if rng.random() < 0.03 else harmful
    return {"request": f"r{number:04}", "customer": customer, "score": score, "harmful": label}


def main() -> None:
    """Write the file and print what the filter does at the threshold in use."""
    rng = Random(44)
    splits = {
        "tuning": [request(rng, number, 0.3) for number in range(500)],
        "test": [request(rng, number, 0.3) for number in range(500, 900)],
    }
    for name, rows in splits.items():
        for harmful in (False, True):
            flagged = [row["score"] >= IN_USE for row in rows if row["harmful"] is harmful]
            print(name, "recall" if harmful else "FPR", len(flagged), sum(flagged) / len(flagged))
    about = "An example written for this handbook: scores of an invented filter. No real product, customer or request."
    head = [f'  "about": {json.dumps(about)},', f'  "threshold_in_use": {IN_USE},']
    lists = [f'  "{name}": [\n    ' + ",\n    ".join(map(json.dumps, rows)) + "\n  ]" for name, rows in splits.items()]
    text = "{\n" + "\n".join(head) + "\n" + ",\n".join(lists) + "\n}\n"
    Path(__file__).with_name("moderation.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
