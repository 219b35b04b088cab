"""You choose the length with the most tokens per round, and that's always the longest: the cost of drafting never
enters. Each drafted token takes time, whether it's accepted or not, and the later it stands the less likely it comes
through. Divide by the time of the round.
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
        speed_up = expected_tokens(alpha, gamma)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
