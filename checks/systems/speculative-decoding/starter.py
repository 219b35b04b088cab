"""How many tokens should a draft model write ahead?"""


def expected_tokens(alpha: float, gamma: int) -> float:
    """Return the tokens that one round yields on average, from 1 to gamma + 1."""
    raise NotImplementedError("write expected_tokens first")


def best_gamma(alpha: float, draft_cost: float, max_gamma: int = 16) -> int:
    """Return the draft length from 0 to max_gamma with the highest speed-up, the smallest of equal ones."""
    raise NotImplementedError("then write best_gamma")


if __name__ == "__main__":  # Run shows what a draft model buys on four kinds of traffic
    for traffic, alpha in (("code completion", 0.9), ("support answers", 0.75), ("translation", 0.6), ("poems", 0.2)):
        for draft_cost in (0.05, 0.25):
            gamma = best_gamma(alpha, draft_cost)
            tokens, passes = expected_tokens(alpha, gamma), gamma * draft_cost + 1
            print(f"{traffic:16} alpha {alpha:.2f}  draft cost {draft_cost:.2f}:  draft {gamma:2} tokens,", end=" ")
            print(f"{tokens:.2f} per round, {tokens / passes:.2f} times as fast")
