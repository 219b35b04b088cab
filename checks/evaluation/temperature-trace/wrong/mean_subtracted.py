"""You subtract the mean of the logits, or at any rate not the highest of them. The value is right, since any shift
will do, but it doesn't protect: with 10,000 and -10,000 the mean is 0, and `exp` still sees 10,000. There's one shift
after which no exponent can be above 0.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    mean = sum(logits) / len(logits)
    weights = [exp((logit - mean) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
