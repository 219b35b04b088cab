"""Which configuration? The Pareto front, an explicit cost function, and the price at which the choice flips."""

import json
from collections.abc import Mapping, Sequence


def front(configs: Sequence[Mapping]) -> list[str]:
    """Return the names of the configurations that no other one dominates, in the order given."""
    raise NotImplementedError("write front first")


def total_usd_per_1000(config: Mapping, wrong_usd: float, wait_usd_per_s: float) -> float:
    """Return what 1,000 requests cost: the service, the wrong answers and the waiting."""
    raise NotImplementedError("then write total_usd_per_1000")


def pick(
    configs: Sequence[Mapping], max_p95_ms: float, min_right: float, wrong_usd: float, wait_usd_per_s: float
) -> str | None:
    """Return the cheapest configuration of the front that keeps both limits, or None."""
    raise NotImplementedError("then write pick")


def flip_wrong_usd(one: Mapping, other: Mapping, wait_usd_per_s: float) -> float | None:
    """Return the price of a wrong answer at which both cost the same, or None."""
    raise NotImplementedError("then write flip_wrong_usd")


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
