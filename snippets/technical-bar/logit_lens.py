"""A logit lens on a hand-made model: when does the answer take the lead?"""

from math import exp, sqrt, sumprod

GAIN = (2.0, 1.0, 0.5)  # of the model's final RMS norm
UNEMBEDDING = {
    "Paris": (2.0, 0.5, 0.0),
    "France": (0.5, 2.0, 0.5),
    "the": (0.0, 0.3, 3.0),
}
# The stream after each layer, for "The capital of France is".
RESIDUAL = [(0.1, 0.3, 1.2), (0.3, 1.0, 1.1), (1.3, 1.5, 1.2), (2.4, 1.5, 1.0)]


def final_norm(state: tuple[float, ...]) -> list[float]:
    size = sqrt(sumprod(state, state) / len(state))
    return [gain * x / size for gain, x in zip(GAIN, state, strict=True)]


for layer, state in enumerate(RESIDUAL, start=1):
    normed = final_norm(state)
    weights = {token: exp(sumprod(normed, row)) for token, row in UNEMBEDDING.items()}
    print(f"layer {layer}:", end="")
    for token in sorted(weights, key=lambda token: -weights[token]):
        print(f"  {token} {weights[token] / sum(weights.values()):.2f}", end="")
    print()
