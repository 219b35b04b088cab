"""You don't look at the temperature. At 0 your division stops with `ZeroDivisionError`, which tells the caller
nothing, and a negative one is worse: it works, and makes the *least* likely token the likeliest. Raise `ValueError`
for both, before you divide.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    weights = [exp((logit - highest) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
