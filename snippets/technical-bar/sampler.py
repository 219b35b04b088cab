"""What temperature and top-p do to one distribution of next tokens (invented)."""

from math import exp

LOGITS = {"Paris": 4.0, "Lyon": 2.0, "France": 1.5, "the": 0.5, "cheese": -1.0}


def softmax(temperature: float) -> dict[str, float]:
    """exp(z / T), shared out; less the largest, so nothing overflows."""
    top = max(LOGITS.values())
    weights = {token: exp((z - top) / temperature) for token, z in LOGITS.items()}
    total = sum(weights.values())
    return {token: weight / total for token, weight in weights.items()}


def nucleus(p: dict[str, float], keep: float) -> dict[str, float]:
    """The likeliest tokens that hold `keep` of the probability, scaled to 1."""
    kept: dict[str, float] = {}
    for token in sorted(p, key=lambda token: -p[token]):
        if sum(kept.values()) < keep:
            kept[token] = p[token]
    return {token: share / sum(kept.values()) for token, share in kept.items()}


for temperature in 0.5, 1.0, 2.0:
    every = softmax(temperature)
    for label, p in ("all", every), ("top-p 0.9", nucleus(every, 0.9)):
        shown = "  ".join(f"{token} {share:.2f}" for token, share in p.items())
        print(f"T {temperature} {label:9}  {shown}")
