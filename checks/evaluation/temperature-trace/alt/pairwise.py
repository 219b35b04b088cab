"""Each probability as 1 over the sum of all odds against it; an infinite odd makes it 0."""

import math


class NoProbabilitiesError(ValueError):
    """There is no distribution to return."""


def odds(difference):
    return math.exp(difference) if difference < 700 else math.inf


def softmax(logits, temperature=1.0):
    if temperature <= 0:
        raise NoProbabilitiesError(temperature)
    probabilities = [1 / sum(odds((other - one) / temperature) for other in logits) for one in logits]
    if probabilities == []:
        raise NoProbabilitiesError("no logits")
    return probabilities
