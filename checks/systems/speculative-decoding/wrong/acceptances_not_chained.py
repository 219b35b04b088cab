"""You count `alpha` for each drafted token, as if each were judged on its own. But the first rejection throws away all
that follows, however good they are: the third token comes through only if the two before it did. So a longer draft
adds less and less, and your speed-up grows without end where the real one levels off.
"""


def expected_tokens(alpha, gamma):
    if not 0 <= alpha <= 1 or gamma < 0:
        raise ValueError("alpha must be a probability and gamma not negative")
    return 1 + gamma * alpha


def best_gamma(alpha, draft_cost, max_gamma=16):
    if draft_cost < 0 or max_gamma < 0:
        raise ValueError("draft_cost and max_gamma must not be negative")
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
