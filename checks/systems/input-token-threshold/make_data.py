"""Write requests.json, an invented hour of a document assistant: input and output tokens of each request.

Most inputs are questions with a few retrieved passages; one in thirty is a whole document, and some of those are very
long. A few of the slowest requests aren't long at all: they ask for a long answer.
"""

import json
from pathlib import Path
from random import Random

COUNT = 1_200
LONGEST_INPUT = 32_000


def request(rng: Random) -> list[int]:
    """Return [input_tokens, output_tokens] of one request."""
    if rng.random() < 1 / 30:
        input_tokens = rng.lognormvariate(9.3, 0.7)
    else:
        input_tokens = rng.lognormvariate(7.2, 0.6)
    output_tokens = rng.lognormvariate(4.8, 0.5) if rng.random() < 0.99 else rng.uniform(450, 750)
    return [max(20, min(LONGEST_INPUT, round(input_tokens))), max(5, min(800, round(output_tokens)))]


def main() -> None:
    """Write the file beside this script."""
    about = "An example written for this handbook: [input tokens, output tokens] of each request. No real system."
    rng = Random(18)
    rows = [request(rng) for _ in range(COUNT)]
    text = json.dumps({"about": about, "requests": rows}).replace('"requests"', '\n"requests"')
    Path(__file__).with_name("requests.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
