"""You measure D(Q||P): the roles of the two distributions are exchanged. It looks harmless, since both are 0 together,
but KL isn't symmetric, and the two directions answer different questions. Here the shares in front of the logarithm,
and above the fraction bar, belong to `p`, the window you look at. Compute `kl` both ways for "answers_became_all_yes"
and compare.
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
    return sum(q_shares[token] * math.log(q_shares[token] / p_shares[token]) for token in tokens)


def alarm_threshold(baseline, level=0.01):
    if not baseline:
        raise ValueError("no baseline")
    number = max(1, math.ceil((1 - level) * len(baseline)))
    return sorted(baseline)[number - 1]
