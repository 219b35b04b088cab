"""You're one place too high in the sorted values. The definition counts from 1, Python's lists from 0, and where the
product is a whole number your index points to the next value, so that fewer windows raise an alarm than the level
allows. Try five values and level 0.2 by hand: the fourth is meant.
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
    return sum(p_shares[token] * math.log(p_shares[token] / q_shares[token]) for token in tokens)


def alarm_threshold(baseline, level=0.01):
    if not baseline:
        raise ValueError("no baseline")
    return sorted(baseline)[min(int((1 - level) * len(baseline)), len(baseline) - 1)]
