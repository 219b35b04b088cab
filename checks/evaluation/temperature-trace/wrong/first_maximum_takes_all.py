"""When the temperature is small, you give everything to the first of the highest logits. If two are equally high,
neither is ahead, however cold it gets: they share. Very likely you've treated small temperatures as a case of their
own; with the highest logit subtracted the formula needs none.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    if temperature < 1e-4:
        first = list(logits).index(highest)
        return [1.0 if i == first else 0.0 for i in range(len(logits))]
    weights = [exp((logit - highest) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
