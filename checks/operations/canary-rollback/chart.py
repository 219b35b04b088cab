"""A thousand seeded canaries, half of them healthy and half broken: who was rolled back after how many requests."""

import random

CANARIES, LONGEST = 500, 600  # of each kind; requests that one may see
HEALTHY, BROKEN = 0.01, 0.05


def canary(failure_rate, seed):
    """Return the outcomes of a canary's requests: True for a failed one."""
    generator = random.Random(seed)
    return (generator.random() < failure_rate for _ in range(LONGEST))


def rolled_back(answer, failure_rate):
    """Return after how many requests each canary was rolled back, of those that were."""
    verdicts = (answer.sprt(canary(failure_rate, seed), HEALTHY, BROKEN) for seed in range(CANARIES))
    return [read for decision, read in verdicts if decision == "rollback"]


def curves(answer):
    """Return (requests, percent rolled back by then) for broken canaries, and for healthy ones: the false alarms."""
    after = {
        name: rolled_back(answer, rate) for name, rate in (("broken: 5% fail", BROKEN), ("healthy: 1% fail", HEALTHY))
    }
    return {
        name: [(seen, 100 * sum(read <= seen for read in reads) / CANARIES) for seen in range(0, 296, 5)]
        for name, reads in after.items()
    }
