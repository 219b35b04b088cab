"""A score is a straight line over one weight: read it at two weights, and see where the lines meet. No algebra."""

import math


def points(value, worst, best):
    if not math.isfinite(value + worst + best) or best == worst:
        raise ValueError((value, worst, best))
    if worst > best:
        value, worst, best = -value, -worst, -best
    if value >= best:
        return 1.0
    return 0.0 if value <= worst else (value - worst) / (best - worst)


class Card:
    """Measures and weights that hold together, or an error."""

    def __init__(self, weights):
        self.weights = dict(weights)
        if len(self.weights) == 1 or any(weight <= 0 for weight in self.weights.values()):
            raise ValueError("weights")
        if abs(math.fsum(self.weights.values()) - 1) > 1e-9:
            raise ValueError("sum of the weights")

    def moved(self, measure, weight):
        if measure not in self.weights or weight <= 0 or weight >= 1:
            raise ValueError(measure)
        others = math.fsum(old for name, old in self.weights.items() if name != measure)
        return {name: old / others * (1 - weight) for name, old in self.weights.items()} | {measure: weight}


def scores(options, measures, weights):
    card = Card(weights)
    if set(measures) ^ set(weights):
        raise ValueError("names")
    result = {}
    for name, values in options.items():
        try:
            terms = [card.weights[measure] * points(values[measure], *measures[measure]) for measure in measures]
        except KeyError as missing:
            raise ValueError(f"{name} lacks {missing}") from missing
        result[name] = math.fsum(terms)
    return result


def shifted(weights, measure, weight):
    return Card(weights).moved(measure, weight)


def smallest_flip(options, measures, weights):
    now = scores(options, measures, weights)
    best = None
    for measure in weights if now else ():
        low, high = (scores(options, measures, shifted(weights, measure, weight)) for weight in (0.25, 0.75))
        first = max(now, key=now.get)
        for other in now:
            start, end = low[first] - low[other], high[first] - high[other]
            if math.isclose(start, end, abs_tol=1e-12):
                continue
            level = 0.25 + 0.5 * start / (start - end)
            if 0 < level < 1 and (best is None or abs(level - weights[measure]) < abs(best[1])):
                best = measure, level - weights[measure]
    return best
