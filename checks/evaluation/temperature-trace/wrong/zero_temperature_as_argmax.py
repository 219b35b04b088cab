"""For temperature 0 you give all to the highest logit. Many services do that, and it's the limit of the formula, but
not its value: here 0 is refused. In a trace that matters: a 0 in the log is either a setting with a meaning of its own
or a missing one, and somebody should look.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature < 0:
        raise ValueError("the temperature must not be negative")
    if not logits:
        raise ValueError("no logits")
    highest = max(logits)
    if temperature == 0:
        return [(logit == highest) / logits.count(highest) for logit in logits]
    weights = [exp((logit - highest) / temperature) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
