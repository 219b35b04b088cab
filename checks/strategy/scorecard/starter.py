"""A weighted scorecard: units made comparable, scores, and the smallest change of a weight that changes the choice."""

import json
from collections.abc import Mapping, Sequence


def points(value: float, worst: float, best: float) -> float:
    """Return 0 at `worst` or beyond it, 1 at `best` or beyond it, and a straight line between."""
    raise NotImplementedError("write points first")


def scores(
    options: Mapping[str, Mapping[str, float]],
    measures: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
) -> dict[str, float]:
    """Return each option's weighted sum of points, from 0 to 1."""
    raise NotImplementedError("then write scores")


def shifted(weights: Mapping[str, float], measure: str, weight: float) -> dict[str, float]:
    """Return the weights with one of them set to `weight`; the others keep their proportions, the sum stays 1."""
    raise NotImplementedError("then write shifted")


def smallest_flip(
    options: Mapping[str, Mapping[str, float]],
    measures: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
) -> tuple[str, float] | None:
    """Return (measure, signed change of its weight) at which another option first draws level with the leader."""
    raise NotImplementedError("then write smallest_flip")


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
