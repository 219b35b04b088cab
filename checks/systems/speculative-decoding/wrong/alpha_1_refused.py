"""You refuse `alpha` 1, probably because the closed form divides by 1 - alpha. But 1 is a probability, and the sum has
a value there; it's only the shortcut that hasn't. A limit of your formula shouldn't become a rule for the input.
"""


def expected_tokens(alpha, gamma):
    if not 0 <= alpha < 1 or gamma < 0:
        raise ValueError("alpha must be a probability and gamma not negative")
    return (1 - alpha ** (gamma + 1)) / (1 - alpha)


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("draft_cost and max_gamma must not be negative")
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
