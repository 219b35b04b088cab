"""You count the accepted tokens of the draft, and leave out the one that the target adds itself. Each round has it:
after a rejection in place of the rejected token, and after a fully accepted draft behind it. With nothing drafted a
round still yields 1 token, not 0.
"""


def expected_tokens(alpha, gamma):
    if not 0 <= alpha <= 1 or gamma < 0:
        raise ValueError("alpha must be a probability and gamma not negative")
    return sum(alpha**accepted for accepted in range(1, gamma + 1))


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("draft_cost and max_gamma must not be negative")
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
