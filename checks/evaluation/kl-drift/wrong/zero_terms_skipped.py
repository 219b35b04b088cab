"""You leave out every token that one of the two sides doesn't have, and work with raw shares for the rest. The crash
is gone, and so is the drift that matters most: a token the model never used before adds nothing, and what's left may
even turn negative. Keep all the tokens and smooth them, so that each of them has a share on both sides.
"""

import math


def smoothed(counts, tokens, epsilon):
    if any(count < 0 for count in counts.values()):
        raise ValueError("negative count")
    total = sum(counts.values()) or 1
    return {token: counts.get(token, 0) / total for token in tokens}


def kl(p, q, epsilon=0.5):
    tokens = set(p) | set(q)
    if not tokens:
        raise ValueError("no tokens")
    if epsilon <= 0:
        raise ValueError("epsilon must be positive")
    p_shares, q_shares = smoothed(p, tokens, epsilon), smoothed(q, tokens, epsilon)
    return sum(
        p_shares[token] * math.log(p_shares[token] / q_shares[token])
        for token in tokens
        if p_shares[token] > 0 and q_shares[token] > 0
    )


def alarm_threshold(baseline, level=0.01):
    if not baseline:
        raise ValueError("no baseline")
    number = max(1, math.ceil((1 - level) * len(baseline)))
    return sorted(baseline)[number - 1]
