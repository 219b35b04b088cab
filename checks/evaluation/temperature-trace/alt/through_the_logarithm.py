"""Log-sum-exp first, then one exponential per token; scaled before it's shifted."""

import math


def log_sum_exp(values):
    highest = max(values)
    return highest + math.log(math.fsum(math.exp(value - highest) for value in values))


def softmax(logits, temperature=1.0):
    if len(logits) == 0 or not temperature > 0:
        raise ValueError("softmax needs a logit and a temperature above 0")
    scaled = [logit / temperature for logit in logits]
    log_total = log_sum_exp(scaled)
    return [math.exp(value - log_total) for value in scaled]
