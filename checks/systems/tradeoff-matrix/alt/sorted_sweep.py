"""Sort from cheap to dear and keep what no earlier one beats: whoever dominates comes first. No helper per pair."""

import math


def vector(config):
    figures = [float(config[key]) for key in ("usd_per_1000", "mean_ms", "p95_ms", "right")]
    if min(figures) < 0 or figures[-1] > 1 or not math.isfinite(sum(figures)):
        raise ValueError(config)
    return (*figures[:3], 1 - figures[3])


def front(configs):
    by_vector = {}
    for config in configs:
        by_vector.setdefault(vector(config), set()).add(config["name"])
    kept, names = [], set()
    for candidate in sorted(by_vector):
        if not any(all(map(float.__le__, before, candidate)) for before in kept):
            kept.append(candidate)
            names |= by_vector[candidate]
    if sum(map(len, by_vector.values())) != len(configs) or len({config["name"] for config in configs}) != len(configs):
        raise ValueError("a name twice")
    return [config["name"] for config in configs if config["name"] in names]


def total_usd_per_1000(config, wrong_usd, wait_usd_per_s):
    if min(wrong_usd, wait_usd_per_s) < 0:
        raise ValueError("price")
    usd, mean_ms, _, share_wrong = vector(config)
    return math.fsum([usd, 1e3 * share_wrong * wrong_usd, mean_ms * wait_usd_per_s])


def pick(configs, max_p95_ms, min_right, wrong_usd, wait_usd_per_s):
    names = front(configs)
    best = None
    for config in configs:
        usd = total_usd_per_1000(config, wrong_usd, wait_usd_per_s)
        if config["p95_ms"] > max_p95_ms or config["right"] < min_right or config["name"] not in names:
            continue
        if best is None or usd < best[0]:
            best = (usd, config["name"])
    return best[1] if best else None


def flip_wrong_usd(one, other, wait_usd_per_s):
    """Two straight lines over the price of a wrong answer: where do they cross?"""
    if one["right"] == other["right"]:
        vector(one), vector(other)
        return None
    start = [total_usd_per_1000(config, 0, wait_usd_per_s) for config in (one, other)]
    slope = [1000 * (1 - config["right"]) for config in (one, other)]
    crossing = (start[1] - start[0]) / (slope[0] - slope[1])
    return None if crossing < 0 else crossing
