"""For an empty list you return an empty list. It has no probabilities that could add up to 1, and whoever looks up the
drawn token in it fails later, somewhere else. No candidates means that something upstream was lost: raise
`ValueError`.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        return []
    highest = max(logits)
    weights = [exp((logit - highest) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
