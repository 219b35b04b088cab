"""The average from the last token backwards, and the best length by sorting on speed-up, then on length."""


def expected_tokens(alpha, gamma):
    if alpha < 0 or alpha > 1:
        raise ValueError("alpha")
    if gamma < 0:
        raise ValueError("gamma")
    tokens = 1
    for _ in range(gamma):
        tokens = 1 + alpha * tokens  # accepted, the rest of the round goes on; the target's token comes either way
    return float(tokens)


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("costs and lengths can't be negative")
    seconds_per_token = [
        ((gamma * draft_cost + 1) / expected_tokens(alpha, gamma), gamma) for gamma in range(0, max_gamma + 1)
    ]
    return sorted(seconds_per_token)[0][1]
