"""You never consider 0. A draft that's wrong too often, or too slow, makes everything slower, and then the right
answer is to leave it off. Since `gamma` 0 has a speed-up of 1, it's also the yardstick: any draft must beat it.
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
    best, best_speed_up = min(1, max_gamma), 0.0
    for gamma in range(1, max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
