"""No closed form: add up the chance of each token; stop the search at the first fall, since there's a single peak."""

from itertools import accumulate, repeat
from operator import mul


class NoSuchDraftError(ValueError):
    """A probability, a cost or a length that can't be."""


def expected_tokens(alpha, gamma):
    if min(alpha, 1 - alpha, gamma) < 0:
        raise NoSuchDraftError(alpha, gamma)
    return sum(accumulate(repeat(alpha, gamma), mul, initial=1.0))


def best_gamma(alpha, draft_cost, max_gamma=16):
    if min(draft_cost, max_gamma) < 0:
        raise NoSuchDraftError(draft_cost, max_gamma)
    gamma, speed_up = 0, expected_tokens(alpha, 0)
    while gamma < max_gamma:
        longer = expected_tokens(alpha, gamma + 1) / (1 + draft_cost + gamma * draft_cost)
        if longer <= speed_up:
            break
        gamma, speed_up = gamma + 1, longer
    return gamma
