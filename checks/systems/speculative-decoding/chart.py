"""What a longer draft buys: it pays at first, and past the best length each further token costs more than it brings."""

ALPHA, DRAFT_COST = 0.8, 0.1


def curves(answer):
    """Return the speed-up of each draft length from 0 to 16, and the length that best_gamma chooses."""

    def speed_up(gamma):
        return answer.expected_tokens(ALPHA, gamma) / (gamma * DRAFT_COST + 1)

    best = answer.best_gamma(ALPHA, DRAFT_COST)
    return {
        "speed-up": [(gamma, speed_up(gamma)) for gamma in range(17)],
        "best length": [(best, speed_up(best))],
    }
