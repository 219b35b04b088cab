"""You cut off the wrong end: your threshold lies near the smallest divergence of the baseline, so nearly every quiet
night sets off the alarm. Drift makes the divergence larger. The `level` is the share of windows that may lie above the
threshold, so the threshold belongs near the top of the sorted values.
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
    number = max(1, math.ceil(level * len(baseline)))
    return sorted(baseline)[number - 1]
