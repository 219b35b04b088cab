"""You multiply by the temperature where the formula divides by it. So your scale runs backward: 0.2 spreads the
probability, and 2 sharpens it, and the trace would acquit the very requests that were sent too hot. A cross-check: a
high temperature has to bring all tokens closer together.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    weights = [exp((logit - highest) * temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
