"""Cases that catch a broken model and let every good one pass, and what a pass rate is worth."""

import json


def quotes_the_price(reply: dict) -> bool:
    """Return whether the reply gives the price of the Team plan. A first try: what's wrong with it?"""
    return "12" in reply["text"]


CASES = [  # (kind, keys of the questions, a check that gets one reply per key)
    ("hallucination", ["price"], quotes_the_price),
]


def wilson_interval(passed: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return both ends of Wilson's interval for a pass rate; raise ValueError where there is none."""
    raise NotImplementedError("then write wilson_interval")


def passes(replies: dict[str, dict], case: tuple) -> bool:
    """Return whether a model with these replies passes a case. This part is done for you."""
    _, asks, check = case
    try:
        return bool(check(*(replies[key] for key in asks)))
    except Exception as error:
        print(f"  the check of {asks} raised {error!r}")
        return False


if __name__ == "__main__":  # Run tries your cases on one good version and on two broken ones
    with open("model.json", encoding="utf-8") as file:
        data = json.load(file)
    for name, changed in {"good": {}, **data["broken"]}.items():
        replies = data["replies"] | changed
        failed = [f"{kind} {asks}" for kind, asks, check in CASES if not passes(replies, (kind, asks, check))]
        print(f"{name}: {'; '.join(failed) or 'passes every case'}")
    low, high = wilson_interval(len(CASES), len(CASES))
    print(f"{len(CASES)} of {len(CASES)} passed: the true rate may be anything from {low:.0%} to {high:.0%}")
