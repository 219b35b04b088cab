"""Your probabilities are the same at every temperature. Perhaps you divide everything by it at the end, where it
cancels out; it has to change the *differences* between logits before `exp`. At temperature 0.2 a lead of 1 counts like
a lead of 5.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    weights = [exp((logit - highest)) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
