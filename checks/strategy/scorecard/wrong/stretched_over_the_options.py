"""You stretch each measure over the options at hand: 0 for the worst of them, 1 for the best. The card has scales of
its own, from `worst` to `best`. On yours, a hopeless option that nobody would choose moves all the others, and an
option alone has no score at all.
"""

from math import inf, isclose


def points(value, worst, best):
    if worst == best or not all(-inf < number < inf for number in (value, worst, best)):
        raise ValueError("no such scale")
    return min(max((value - worst) / (best - worst), 0), 1)


def table(options, measures, weights):
    check(weights)
    if measures.keys() != weights.keys():
        raise ValueError("measured or weighted, not both")
    if any(not values.keys() >= measures.keys() for values in options.values()):
        raise ValueError("a measure is missing")
    stretched = {}
    for measure, (worst, best) in measures.items():
        points(0, worst, best)
        found = [values[measure] for values in options.values()]
        if any(not -inf < value < inf for value in found):
            raise ValueError("not a number")
        ends = (min(found, default=0), max(found, default=0))
        stretched[measure] = ends if worst < best else ends[::-1]
    return {
        name: {
            measure: points(values[measure], *scale) if scale[0] != scale[1] else 0
            for measure, scale in stretched.items()
        }
        for name, values in options.items()
    }


def check(weights):
    if len(weights) < 2 or min(weights.values()) <= 0 or not isclose(sum(weights.values()), 1):
        raise ValueError("weights that don't sum to 1")


def scores(options, measures, weights):
    return {
        name: sum(weights[measure] * share for measure, share in row.items())
        for name, row in table(options, measures, weights).items()
    }


def shifted(weights, measure, weight):
    check(weights)
    if measure not in weights or not 0 < weight < 1:
        raise ValueError("no such weight")
    rest = (1 - weight) / (1 - weights[measure])
    return {name: weight if name == measure else old * rest for name, old in weights.items()}


def smallest_flip(options, measures, weights):
    rows = table(options, measures, weights)
    total = scores(options, measures, weights)
    leader = max(total, key=lambda name: total[name], default=None)
    flips = [flip for other in rows for flip in crossings(rows[leader], rows[other], weights)]
    return min(flips, key=lambda flip: abs(flip[1]), default=None)


def crossings(lead, other, weights):
    gains = {name: lead[name] - other[name] for name in weights}
    gap = sum(weights[name] * gain for name, gain in gains.items())
    for name, weight in weights.items():
        gain, rest = gains[name], (gap - weight * gains[name]) / (1 - weight)
        if gain * rest < 0:
            yield name, rest / (rest - gain) - weight
