"""You let the target run once for every drafted token. Then speculative decoding could never pay: the point is that
one pass checks the whole draft, since the target can look at all positions at once. A round costs one pass, plus the
drafting.
"""


def expected_tokens(alpha, gamma):
    if not 0 <= alpha <= 1 or gamma < 0:
        raise ValueError("alpha must be a probability and gamma not negative")
    if alpha == 1:
        return gamma + 1
    return (1 - alpha ** (gamma + 1)) / (1 - alpha)


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("draft_cost and max_gamma must not be negative")
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + max(gamma, 1))
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
