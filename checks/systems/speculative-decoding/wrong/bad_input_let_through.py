"""An `alpha` of 1.5 or a draft of -1 tokens goes straight into your formula, and what comes out looks like a result. A
percentage passed as 80 in place of 0.8 would promise a miracle. Check the arguments first, and raise `ValueError`.
"""


def expected_tokens(alpha, gamma):
    if alpha == 1:
        return gamma + 1
    return (1 - alpha ** (gamma + 1)) / (1 - alpha)


def best_gamma(alpha, draft_cost, max_gamma=16):
    best, best_speed_up = 0, 0.0
    for gamma in range(max_gamma + 1):
        speed_up = expected_tokens(alpha, gamma) / (gamma * draft_cost + 1)
        if speed_up > best_speed_up:
            best, best_speed_up = gamma, speed_up
    return best
