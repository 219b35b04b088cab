"""Which configuration? The Pareto front, an explicit cost function, and the price at which the choice flips."""

import json
from collections.abc import Mapping, Sequence
from math import inf


def point(config: Mapping) -> tuple[float, float, float, float]:
    """Return the four figures such that less is better in each; raise ValueError for figures that can't be."""
    figures = config["usd_per_1000"], config["mean_ms"], config["p95_ms"], config["right"]
    if not all(0 <= figure < inf for figure in figures) or config["right"] > 1:
        raise ValueError(f"{config['name']}: {figures}")
    return *figures[:3], -config["right"]


def front(configs: Sequence[Mapping]) -> list[str]:
    """Return the names of the configurations that no other one dominates, in the order given."""
    points = {config["name"]: point(config) for config in configs}
    if len(points) < len(configs):
        raise ValueError("a name occurs twice")
    return [mine for mine in points if not any(dominates(points[other], points[mine]) for other in points)]


def dominates(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether one point is at least as good everywhere, and not the same."""
    return one != other and all(mine <= its for mine, its in zip(one, other))


def total_usd_per_1000(config: Mapping, wrong_usd: float, wait_usd_per_s: float) -> float:
    """Return what 1,000 requests cost: the service, the wrong answers and the waiting."""
    usd, mean_ms, *_ = point(config)
    if wrong_usd < 0 or wait_usd_per_s < 0:
        raise ValueError(f"a price below 0: {wrong_usd}, {wait_usd_per_s}")
    wrong, waited_s = 1000 * (1 - config["right"]), 1000 * mean_ms / 1000
    return usd + wrong * wrong_usd + waited_s * wait_usd_per_s


def pick(
    configs: Sequence[Mapping], max_p95_ms: float, min_right: float, wrong_usd: float, wait_usd_per_s: float
) -> str | None:
    """Return the cheapest configuration of the front that keeps both limits, or None."""
    names = front(configs)
    cost = {config["name"]: total_usd_per_1000(config, wrong_usd, wait_usd_per_s) for config in configs}
    fits = {config["name"] for config in configs if config["p95_ms"] <= max_p95_ms and config["right"] >= min_right}
    return min((name for name in names if name in fits), key=lambda name: cost[name], default=None)


def flip_wrong_usd(one: Mapping, other: Mapping, wait_usd_per_s: float) -> float | None:
    """Return the price of a wrong answer at which both cost the same, or None."""
    saved = total_usd_per_1000(one, 0, wait_usd_per_s) - total_usd_per_1000(other, 0, wait_usd_per_s)
    fewer_wrong = 1000 * (one["right"] - other["right"])
    if fewer_wrong == 0:
        return None
    flip = saved / fewer_wrong
    return flip if flip >= 0 else None


def load() -> list[dict]:
    """Return the configurations in configurations.json. This part is done for you."""
    with open("configurations.json", encoding="utf-8") as file:
        return json.load(file)["configurations"]


if __name__ == "__main__":  # Run shows the front, the choice for several prices, and where it flips
    configs = {config["name"]: config for config in load()}
    best = front(list(configs.values()))
    print("USD/1,000  mean ms  P95 ms  right   on the front")
    for name in sorted(best, key=lambda name: configs[name]["usd_per_1000"]):
        usd, mean_ms, p95_ms, right = (configs[name][key] for key in ("usd_per_1000", "mean_ms", "p95_ms", "right"))
        print(f"{usd:9.2f} {mean_ms:8} {p95_ms:7}  {right:.1%}  {name}")
    print(f"and {len(configs) - len(best)} dominated\n\nP95 at most 1,200 ms, at least 75% right, 0.002 USD a second")
    for wrong_usd in (0.001, 0.01, 0.03, 0.1, 0.3):
        print(f"  a wrong answer at {wrong_usd:5} USD: {pick(list(configs.values()), 1200, 0.75, wrong_usd, 0.002)}")
    pair = [configs[name] for name in ("small, 8 passages", "medium, 8 passages, reranked, 8-bit")]
    print(f"  these two cost the same at {flip_wrong_usd(*pair, 0.002):.4f} USD")
