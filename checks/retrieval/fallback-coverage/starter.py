"""From 85% right to 99% of what is answered: which threshold, what it covers, what falling back costs."""

import json
from collections.abc import Sequence


def curve(answers: Sequence[tuple[float, bool]]) -> list[tuple[float, float, float]]:
    """Return (threshold, coverage, accuracy of what is answered) for each confidence, from the highest down."""
    raise NotImplementedError("write curve first")


def threshold(answers: Sequence[tuple[float, bool]], target: float, min_answered: int) -> float | None:
    """Return the threshold of the largest coverage that meets the target, or None where none does."""
    raise NotImplementedError("then write threshold")


def report(
    tuning: Sequence[tuple[float, bool]], held_out: Sequence[tuple[float, bool]], target: float, min_answered: int
) -> dict[str, float | None]:
    """Return the threshold chosen on one half, and its coverage and accuracy on the other."""
    raise NotImplementedError("then write report")


def usd_per_1000(
    answers: Sequence[tuple[float, bool]], from_on: float | None, wrong_usd: float, fallback_usd: float
) -> float:
    """Return what 1,000 requests cost in wrong answers and fallbacks; without a threshold all fall back."""
    raise NotImplementedError("then write usd_per_1000")


def load() -> tuple[list[tuple[float, bool]], list[tuple[float, bool]]]:
    """Return the answers of the tuning half and of the held-out half. This part is done for you."""
    with open("answers.json", encoding="utf-8") as file:
        halves = json.load(file)
    return [tuple(row) for row in halves["tuning"]], [tuple(row) for row in halves["held_out"]]


if __name__ == "__main__":  # Run shows the curve, the threshold judged on the other half, and its price
    tuning, held_out = load()
    print("threshold  coverage  right of those answered")
    for from_on, coverage, accuracy in curve(tuning)[:4] + curve(tuning)[4::8]:
        print(f"{from_on:9.2f} {coverage:9.1%} {accuracy:9.2%}")
    for target in (0.95, 0.98, 0.99, 0.999):
        chosen = threshold(tuning, target, 100)
        judged = report(tuning, held_out, target, 100)
        print(f"\n{target:.1%} wanted: threshold {chosen}", end="")
        if chosen is not None:
            on_tuning = report(tuning, tuning, target, 100)
            print(f", covers {judged['coverage']:.1%}, right {judged['accuracy']:.2%}", end="")
            print(f" (on the tuning half {on_tuning['coverage']:.1%}, {on_tuning['accuracy']:.2%})", end="")
        print(f"\n  {usd_per_1000(held_out, chosen, 5, 0.4):,.0f} USD per 1,000 requests", end="")
    print(f"\n\nno threshold at all: {usd_per_1000(held_out, 0, 5, 0.4):,.0f} USD")
