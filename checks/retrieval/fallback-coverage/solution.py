"""From 85% right to 99% of what is answered: which threshold, what it covers, what falling back costs."""

import json
from collections.abc import Sequence
from itertools import groupby


def counts(answers: Sequence[tuple[float, bool]]) -> list[tuple[float, int, int]]:
    """Return (confidence, answered from it on, right among those) for each confidence, from the highest down."""
    if not answers or not all(0 <= confidence <= 1 for confidence, _ in answers):
        raise ValueError("expected answers with a confidence from 0 to 1")
    rows, answered, right = [], 0, 0
    for confidence, equals in groupby(sorted(answers, reverse=True), key=lambda answer: answer[0]):
        for _, is_right in equals:
            answered += 1
            right += is_right
        rows.append((confidence, answered, right))
    return rows


def curve(answers: Sequence[tuple[float, bool]]) -> list[tuple[float, float, float]]:
    """Return (threshold, coverage, accuracy of what is answered) for each confidence, from the highest down."""
    return [(from_on, answered / len(answers), right / answered) for from_on, answered, right in counts(answers)]


def threshold(answers: Sequence[tuple[float, bool]], target: float, min_answered: int) -> float | None:
    """Return the threshold of the largest coverage that meets the target, or None where none does."""
    if not 0 < target <= 1 or min_answered < 1:
        raise ValueError(f"no such target: {target} of at least {min_answered}")
    enough = [row for row in counts(answers) if row[1] >= min_answered]
    return min((from_on for from_on, answered, right in enough if right / answered >= target), default=None)


def report(
    tuning: Sequence[tuple[float, bool]], held_out: Sequence[tuple[float, bool]], target: float, min_answered: int
) -> dict[str, float | None]:
    """Return the threshold chosen on one half, and its coverage and accuracy on the other."""
    chosen = threshold(tuning, target, min_answered)
    kept = [point for point in curve(held_out) if chosen is not None and point[0] >= chosen]
    _, coverage, accuracy = kept[-1] if kept else (None, 0, None)
    return {"threshold": chosen, "coverage": coverage, "accuracy": accuracy}


def usd_per_1000(
    answers: Sequence[tuple[float, bool]], from_on: float | None, wrong_usd: float, fallback_usd: float
) -> float:
    """Return what 1,000 requests cost in wrong answers and fallbacks; without a threshold all fall back."""
    counts(answers)
    if wrong_usd < 0 or fallback_usd < 0:
        raise ValueError(f"a price below 0: {wrong_usd}, {fallback_usd}")
    given = [right for confidence, right in answers if from_on is not None and confidence >= from_on]
    fallbacks, wrong = len(answers) - len(given), len(given) - sum(given)
    return 1000 * (wrong * wrong_usd + fallbacks * fallback_usd) / len(answers)


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
