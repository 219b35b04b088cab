"""Has the model drifted, or is it noise?"""

import math
from collections.abc import Mapping, Sequence


def kl(p: Mapping[str, int], q: Mapping[str, int], epsilon: float = 0.5) -> float:
    """Return D(P||Q) in nats, of the smoothed shares behind two sets of token counts."""
    tokens = p.keys() | q.keys()
    if not tokens:
        raise ValueError("expected token counts, found none in either mapping")
    if epsilon <= 0:
        raise ValueError(f"expected a positive epsilon, found {epsilon}")
    p_shares, q_shares = smoothed(p, tokens, epsilon), smoothed(q, tokens, epsilon)
    return sum(p_shares[token] * math.log(p_shares[token] / q_shares[token]) for token in tokens)


def smoothed(counts: Mapping[str, int], tokens: set[str], epsilon: float) -> dict[str, float]:
    """Return the share of each token when every one of them is given epsilon extra; the shares sum to 1."""
    if any(count < 0 for count in counts.values()):
        raise ValueError("expected counts of 0 or more, found a negative one")
    total = sum(counts.values()) + epsilon * len(tokens)
    return {token: (counts.get(token, 0) + epsilon) / total for token in tokens}


def alarm_threshold(baseline: Sequence[float], level: float = 0.01) -> float:
    """Return the divergence above which a window is an alarm, given those of windows without drift."""
    if not baseline:
        raise ValueError("expected divergences of baseline windows, found none")
    number = max(1, math.ceil((1 - level) * len(baseline)))
    return sorted(baseline)[number - 1]
