"""A token with count 0 vanishes in your code: you keep only tokens that were counted at least once. But listing a
token with 0 says "we watched for this one and it didn't come", and it takes part in the smoothing like any other. Look
at how you build the set of tokens (adding two Counters drops zeros without telling you, as does a test like `if
count`).
"""

import math


def smoothed(counts, tokens, epsilon):
    if any(count < 0 for count in counts.values()):
        raise ValueError("negative count")
    total = sum(counts.values()) + epsilon * len(tokens)
    return {token: (counts.get(token, 0) + epsilon) / total for token in tokens}


def kl(p, q, epsilon=0.5):
    tokens = {token for counts in (p, q) for token, count in counts.items() if count}
    if not p and not q:
        raise ValueError("no tokens")
    if epsilon <= 0:
        raise ValueError("epsilon must be positive")
    p_shares, q_shares = smoothed(p, tokens, epsilon), smoothed(q, tokens, epsilon)
    return sum(p_shares[token] * math.log(p_shares[token] / q_shares[token]) for token in tokens)


def alarm_threshold(baseline, level=0.01):
    if not baseline:
        raise ValueError("no baseline")
    number = max(1, math.ceil((1 - level) * len(baseline)))
    return sorted(baseline)[number - 1]
