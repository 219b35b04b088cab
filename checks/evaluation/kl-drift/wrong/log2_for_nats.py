"""Your result is in bits: the logarithm has base 2. The task asks for nats, base e, and the two differ by a constant
factor of 1.44, which is just enough to set off an alarm whose threshold somebody else computed in the other unit.
Which function of `math` has base e?
"""

import math


def smoothed(counts, tokens, epsilon):
    if any(count < 0 for count in counts.values()):
        raise ValueError("negative count")
    total = sum(counts.values()) + epsilon * len(tokens)
    return {token: (counts.get(token, 0) + epsilon) / total for token in tokens}


def kl(p, q, epsilon=0.5):
    tokens = set(p) | set(q)
    if not tokens:
        raise ValueError("no tokens")
    if epsilon <= 0:
        raise ValueError("epsilon must be positive")
    p_shares, q_shares = smoothed(p, tokens, epsilon), smoothed(q, tokens, epsilon)
    return sum(p_shares[token] * math.log2(p_shares[token] / q_shares[token]) for token in tokens)


def alarm_threshold(baseline, level=0.01):
    if not baseline:
        raise ValueError("no baseline")
    number = max(1, math.ceil((1 - level) * len(baseline)))
    return sorted(baseline)[number - 1]
