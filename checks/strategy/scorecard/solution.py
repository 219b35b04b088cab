"""A weighted scorecard: units made comparable, scores, and the smallest change of a weight that changes the choice."""

import json
from collections.abc import Iterator, Mapping, Sequence
from math import inf, isclose


def points(value: float, worst: float, best: float) -> float:
    """Return 0 at `worst` or beyond it, 1 at `best` or beyond it, and a straight line between."""
    if worst == best or not all(-inf < number < inf for number in (value, worst, best)):
        raise ValueError(f"no scale from {worst} to {best} for {value}")
    return min(max((value - worst) / (best - worst), 0), 1)


def table(
    options: Mapping[str, Mapping[str, float]],
    measures: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
) -> dict[str, dict[str, float]]:
    """Return each option's points by measure; raise ValueError for a card that doesn't hold together."""
    check(weights)
    if measures.keys() != weights.keys():
        raise ValueError(f"measured or weighted, not both: {sorted(measures.keys() ^ weights.keys())}")
    if missing := [name for name, values in options.items() if not values.keys() >= measures.keys()]:
        raise ValueError(f"not every measure is there: {missing}")
    return {
        name: {measure: points(values[measure], *scale) for measure, scale in measures.items()}
        for name, values in options.items()
    }


def check(weights: Mapping[str, float]) -> None:
    """Raise ValueError unless there are two weights or more, each above 0, that sum to 1."""
    if len(weights) < 2 or min(weights.values()) <= 0 or not isclose(sum(weights.values()), 1):
        raise ValueError(f"expected two weights or more, above 0, with sum 1, found {dict(weights)}")


def scores(
    options: Mapping[str, Mapping[str, float]],
    measures: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
) -> dict[str, float]:
    """Return each option's weighted sum of points, from 0 to 1."""
    return {
        name: sum(weights[measure] * share for measure, share in row.items())
        for name, row in table(options, measures, weights).items()
    }


def shifted(weights: Mapping[str, float], measure: str, weight: float) -> dict[str, float]:
    """Return the weights with one of them set to `weight`; the others keep their proportions, the sum stays 1."""
    check(weights)
    if measure not in weights or not 0 < weight < 1:
        raise ValueError(f"cannot set {measure} to {weight}")
    rest = (1 - weight) / (1 - weights[measure])
    return {name: weight if name == measure else old * rest for name, old in weights.items()}


def smallest_flip(
    options: Mapping[str, Mapping[str, float]],
    measures: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
) -> tuple[str, float] | None:
    """Return (measure, signed change of its weight) at which another option first draws level with the leader."""
    rows = table(options, measures, weights)
    total = scores(options, measures, weights)
    leader = max(total, key=lambda name: total[name], default=None)
    flips = (flip for other in rows for flip in crossings(rows[leader], rows[other], weights))
    return min(flips, key=lambda flip: abs(flip[1]), default=None)


def crossings(
    lead: Mapping[str, float], other: Mapping[str, float], weights: Mapping[str, float]
) -> Iterator[tuple[str, float]]:
    """Yield for each measure whose weight can bring two options level: its name and the change."""
    gains = {name: lead[name] - other[name] for name in weights}
    gap = sum(weights[name] * gain for name, gain in gains.items())
    for name, weight in weights.items():
        gain, rest = gains[name], (gap - weight * gains[name]) / (1 - weight)
        # The gap is t * gain + (1 - t) * rest: between 0 and 1 it has a zero only where the two pull opposite ways.
        if gain * rest < 0:
            yield name, rest / (rest - gain) - weight


def load() -> dict:
    """Return the card in card.json. This part is done for you."""
    with open("card.json", encoding="utf-8") as file:
        return json.load(file)


if __name__ == "__main__":  # Run scores the proposals, shows how far the choice holds, and adds a fourth measure
    card = load()
    proposals, measures, weights = card["proposals"], card["measures"], card["weights"]
    board = scores(proposals, measures, weights)
    for name in sorted(board, key=lambda name: -board[name]):
        print(f"{board[name]:.3f}  {name}")
    flip = smallest_flip(proposals, measures, weights)
    print("no weight changes the leader" if flip is None else f"level after {flip[1]:+.3f} on {flip[0]}")
    print("\nwith influence on the card, the rest in proportion 40:30:30")
    wider = {**measures, "teams_outside": [0, 6]}
    for influence in (0.4, 0.6):
        start = {**{name: weight / 2 for name, weight in weights.items()}, "teams_outside": 0.5}
        board = scores(proposals, wider, shifted(start, "teams_outside", influence))
        first, second = sorted(board, key=lambda name: -board[name])[:2]
        print(f"  {influence:.0%}: {first} {board[first]:.3f}, then {second} {board[second]:.3f}")
