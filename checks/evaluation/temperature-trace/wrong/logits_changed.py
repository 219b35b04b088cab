"""The probabilities are right, but afterwards the caller's logits are no longer logits: you wrote the shifted or
scaled numbers back into the list. In this trace the same logits are used twice, at two temperatures, and the second
result would be off. Build a new list.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    logits = logits if isinstance(logits, list) else list(logits)
    for i, logit in enumerate(logits):
        logits[i] = logit - highest
    highest = 0
    weights = [exp((logit - highest) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
