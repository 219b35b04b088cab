"""Write card.json, an invented card for one quarter: seven proposals for one product, estimated in four units.

Each proposal is good at something. The jitter stands for estimates that come from different people; one proposal goes
past the best that anyone would pay for, and one makes releases slower than the card's worst.
"""

import json
from pathlib import Path
from random import Random

MEASURES = {  # worst that is still acceptable, best that is still worth paying for
    "hallucinations_per_1000": [64, 52],
    "net_retention_percent": [101, 110],
    "days_to_release": [20, 10],
}
WEIGHTS = {"hallucinations_per_1000": 0.4, "net_retention_percent": 0.3, "days_to_release": 0.3}
SHAPES = {  # hallucinations per 1,000 answers, net retention in percent, days to release, other teams that would use it
    "citations in every answer": (53.1, 105.9, 16.5, 2),
    "evaluation in the pipeline": (55.8, 103.7, 11.2, 5),
    "usage alerts for accounts": (62.0, 109.4, 14.5, 1),
    "larger context window": (59.5, 107.2, 18.0, 2),
    "answers checked twice": (50.6, 104.2, 21.5, 1),
    "shared retrieval service": (56.9, 104.8, 17.1, 7),
    "prompt library": (60.2, 103.0, 14.0, 3),
}


def proposal(rng: Random, shape: tuple[float, float, float, int]) -> dict[str, float]:
    """Return one proposal's estimates, each a little off its shape."""
    hallucinations, retention, days, teams = shape
    return {
        "hallucinations_per_1000": round(hallucinations + rng.uniform(-0.5, 0.5), 1),
        "net_retention_percent": round(retention + rng.uniform(-0.3, 0.3), 1),
        "days_to_release": round(days + rng.uniform(-0.4, 0.4), 1),
        "teams_outside": teams,
    }


def main() -> None:
    """Write the file beside this script."""
    rng = Random(41)
    lines = [
        '  "about": "An example written for this handbook: estimates for one product and one quarter. No real card."',
        f'  "measures": {json.dumps(MEASURES)}',
        f'  "weights": {json.dumps(WEIGHTS)}',
    ]
    proposals = [f'    "{name}": {json.dumps(proposal(rng, shape))}' for name, shape in SHAPES.items()]
    lines.append('  "proposals": {\n' + ",\n".join(proposals) + "\n  }")
    Path(__file__).with_name("card.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
