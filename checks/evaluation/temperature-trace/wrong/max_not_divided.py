"""You divide the logits by the temperature, and subtract the highest logit undivided. At temperature 1 it's the same;
at 0.01 the exponents are up in the hundred thousands again, and at high temperatures so far down that all weights are
0. What you subtract must be on the scale of what you subtract it from.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    weights = [exp(logit / temperature - highest) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
