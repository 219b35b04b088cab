"""You cut logits off before `exp`, so that it can't overflow. But then 10,000 and 9,999 become the same number, and
two tokens that aren't alike come out alike: a wrong answer in place of an error. Nothing needs cutting if you shift
first; only differences count.
"""

from math import exp


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if not logits:
        raise ValueError("no logits")
    weights = [exp(max(-600.0, min(600.0, logit / temperature))) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
