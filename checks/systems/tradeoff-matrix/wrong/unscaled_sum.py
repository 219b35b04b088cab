"""You add the figures up as they stand in the table, each times its price: dollars per 1,000 requests, a share of wrong
answers, milliseconds of one request. The units don't match, so what has the larger numbers decides, whatever it's
worth. (With the waiting you're lucky: 1,000 requests and 1,000 ms a second cancel.) Bring every term to dollars per
1,000 requests first. How many wrong answers are among them?
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
    wrong, waited_s = (1 - config["right"], mean_ms)
    return usd + wrong * wrong_usd + waited_s * wait_usd_per_s


def pick(configs, max_p95_ms, min_right, wrong_usd, wait_usd_per_s):
    names = front(configs)
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
