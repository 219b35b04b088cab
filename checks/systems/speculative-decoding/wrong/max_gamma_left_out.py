"""Your search ends one short of `max_gamma`: `range(n)` stops at n - 1. As long as the best length is small nobody
notices; with a cheap and good draft it's the bound itself that wins. And with a bound of 0 there has to be a candidate
left, 0.
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
    for gamma in range(max_gamma):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
