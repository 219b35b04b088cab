"""You put the logits into `exp` as they are. Floats end near e to the 709, so at 10,000 it raises `OverflowError`, and
at -10,000 every weight is 0 and you divide by 0. Probabilities depend on differences only: shift all logits so that
the exponents can't get above 0.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    weights = [exp(logit / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
