"""Roll back, promote, or keep watching?"""

import itertools
import random
from collections.abc import Iterable, Iterator


def sprt(outcomes: Iterable[bool], p0: float, p1: float, alpha: float = 0.05, beta: float = 0.1) -> tuple[str, int]:
    """Return ("rollback" | "promote" | "continue", outcomes read), by Wald's sequential test of p1 against p0."""
    raise NotImplementedError("write sprt")


def canary(failure_rate: float, seed: int) -> Iterator[bool]:
    """Return the outcomes of a canary's requests, endlessly: True for a failed one. This part is done for you."""
    generator = random.Random(seed)
    return (generator.random() < failure_rate for _ in itertools.count())


if __name__ == "__main__":  # Run watches 500 simulated canaries at each of five failure rates
    print("failure rate  rolled back  requests (mean)")
    for failure_rate in (0.005, 0.01, 0.02, 0.05, 0.1):
        verdicts = [sprt(canary(failure_rate, seed), p0=0.01, p1=0.05) for seed in range(500)]
        share = sum(decision == "rollback" for decision, _ in verdicts) / len(verdicts)
        mean = sum(read for _, read in verdicts) / len(verdicts)
        print(f"{failure_rate:12.1%} {share:12.1%} {mean:16.1f}")
