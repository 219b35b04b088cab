"""Write deals.json, an invented year of enterprise deals, from demo to signature.

About half of the customers are in regulated industries, where legal review takes some three weeks instead of one.
Deals that were lost early never reached it, some are still open, and not every lost deal had a price.
"""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST, LAST = date(2025, 1, 2), date(2025, 12, 19)


def deal(rng: Random, number: int) -> dict[str, object]:
    """Return one deal; what hasn't happened, or didn't, is None."""
    regulated = rng.random() < 0.52
    outcome = rng.choices(("won", "lost", "open"), (0.19, 0.66, 0.15) if regulated else (0.27, 0.61, 0.12))[0]
    demo = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
    start = demo + timedelta(days=round(rng.lognormvariate(3.6, 0.4)))
    end = start + timedelta(days=rng.randint(11, 32) if regulated else rng.randint(3, 10))
    reaches = outcome == "won" or rng.random() < (0.45 if outcome == "lost" else 0.6)
    ends = reaches and (outcome != "open" or rng.random() < 0.5)
    closed = (end if reaches else demo) + timedelta(days=round(rng.lognormvariate(3.2, 0.5)))
    priced = outcome == "won" or rng.random() < 0.5
    return {
        "id": f"D-{number:03}",
        "regulated": regulated,
        "outcome": outcome,
        "demo": demo.isoformat(),
        "legal_start": start.isoformat() if reaches else None,
        "legal_end": end.isoformat() if ends else None,
        "closed": None if outcome == "open" else closed.isoformat(),
        "usd_per_year": 1000 * round(rng.lognormvariate(4.4, 0.5)) if priced else None,
    }


def main() -> None:
    """Write the file beside this script."""
    rng = Random(47)
    about = "An example written for this handbook: the deals of one year. No real customers."
    rows = ",\n".join("    " + json.dumps(deal(rng, number)) for number in range(1, 121))
    text = f'{{\n  "about": {json.dumps(about)},\n  "deals": [\n{rows}\n  ]\n}}\n'
    Path(__file__).with_name("deals.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
