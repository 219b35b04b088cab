"""Your sum is one term short: it ends before the token that the target adds when the whole draft was accepted. A round
of `gamma` drafted tokens can yield `gamma` + 1. Check the ends: with `alpha` 1 and four drafted it must be 5, with
nothing drafted 1.
"""


def expected_tokens(alpha, gamma):
    if not 0 <= alpha <= 1 or gamma < 0:
        raise ValueError("alpha must be a probability and gamma not negative")
    if alpha == 1:
        return gamma
    return (1 - alpha**gamma) / (1 - alpha)


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("draft_cost and max_gamma must not be negative")
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
