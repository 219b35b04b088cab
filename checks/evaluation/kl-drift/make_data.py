"""Writes windows.json: how often each first token opened a response, in a log and in windows of it (invented, seeded).

    python make_data.py

The log holds 20,000 responses of the model in service to a fixed set of prompts. A baseline window is 1,000 of them,
drawn with replacement (a bootstrap). The three windows under `nights` are new responses: `monday` by the same model,
`fine_tuned` by a successor that refuses more and breaks into JSON, `sunday` by the same model but only 150 of them.
"""

import json
import random
from collections import Counter
from pathlib import Path

SHARES = {  # of responses that open with this token
    "Thanks": 0.224,
    "I": 0.17,
    "You": 0.14,
    "To": 0.12,
    "Your": 0.08,
    "Sorry": 0.06,
    "The": 0.06,
    "Yes": 0.04,
    "Please": 0.03,
    "Hi": 0.03,
    "No": 0.02,
    "Unfortunately": 0.02,
    "1": 0.004,
    "{": 0.001,
    "```": 0.0006,
    "Bonjour": 0.0004,
}
MOVED = {"Thanks": 0.2, "I": 0.149, "Sorry": 0.085, "Unfortunately": 0.03, "{": 0.0107, "<|end|>": 0.003}


def draw(generator: random.Random, shares: dict[str, float], responses: int) -> list[str]:
    """Return the first tokens of so many responses."""
    return generator.choices(list(shares), list(shares.values()), k=responses)


def counts(tokens: list[str]) -> dict[str, int]:
    """Return how often each token occurs, the most frequent first; a token that does not occur has no entry."""
    return dict(Counter(tokens).most_common())


def main() -> None:
    """Write the file beside this script."""
    generator = random.Random(2026)
    log = draw(generator, SHARES, 20_000)
    windows = {
        "log": counts(log),
        "baseline": [counts(generator.choices(log, k=1_000)) for _ in range(200)],
        "nights": {
            "monday": counts(draw(generator, SHARES, 1_000)),
            "fine_tuned": counts(draw(generator, SHARES | MOVED, 1_000)),
            "sunday": counts(draw(generator, SHARES, 150)),
        },
    }
    rows = ",\n".join(json.dumps(window) for window in windows["baseline"])
    log, nights = json.dumps(windows["log"]), json.dumps(windows["nights"])
    text = f'{{\n"log": {log},\n"nights": {nights},\n"baseline": [\n{rows}\n]\n}}\n'
    Path(__file__).with_name("windows.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
