"""When does the answer take the lead inside the model, and does it keep it?"""

import json
from collections import Counter
from collections.abc import Sequence
from math import sqrt, sumprod

Vector = Sequence[float]


def lens_logits(state: Vector, gain: Vector, unembedding: Sequence[Vector], epsilon: float = 1e-5) -> list[float]:
    """Return each token's logit if the model stopped at this state: final RMS norm, then the unembedding."""
    if not state or not unembedding or epsilon <= 0:
        raise ValueError(f"expected a state, tokens and epsilon above 0, found {state}, {unembedding} and {epsilon}")
    size = sqrt(sumprod(state, state) / len(state) + epsilon)
    normed = [factor * x / size for factor, x in zip(gain, state, strict=True)]
    return [sumprod(normed, row) for row in unembedding]


def readout(
    states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int
) -> list[tuple[int, int]]:
    """Return for each layer the id of the leading token and the rank of token_id, 1 for the leader."""
    if not states or token_id not in range(len(unembedding)):
        raise ValueError(f"expected layers and a token below {len(unembedding)}, found {len(states)} and {token_id}")
    layers = []
    for state in states:
        logits = lens_logits(state, gain, unembedding)
        order = sorted(range(len(logits)), key=lambda token: -logits[token])  # equal ones stay in the order of ids
        layers.append((order[0], order.index(token_id) + 1))
    return layers


def settled_layer(states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int) -> int | None:
    """Return the first layer, from 0, from which token_id leads to the end; None if it doesn't lead at the end."""
    settled = None
    for layer, (leader, _) in enumerate(readout(states, gain, unembedding, token_id)):
        if leader != token_id:
            settled = None
        elif settled is None:
            settled = layer
    return settled


def fate(states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int) -> str:
    """Return what became of token_id: "settled" if it leads at the end, "overruled" if it led before, or "never"."""
    led = [leader == token_id for leader, _ in readout(states, gain, unembedding, token_id)]
    if led[-1]:
        return "settled"
    return "overruled" if any(led) else "never"


def load() -> dict:
    """Return the model's vocabulary, gain and unembedding, and the traces. This part is done for you."""
    with open("traces.json", encoding="utf-8") as file:
        return json.load(file)


if __name__ == "__main__":  # Run shows three questions layer by layer, then what became of all 48
    model = load()
    words, norm_and_head = model["vocabulary"], (model["gain"], model["unembedding"])
    for trace in model["traces"][:3]:
        token = words.index(trace["passage"])
        print(f"{trace['id']}: the passage says {trace['passage']}")
        layers = readout(trace["states"], *norm_and_head, token)
        print("  leader:", *(f"{words[leader]:8}" for leader, _ in layers))
        print("  rank:  ", *(f"{rank:<8}" for _, rank in layers))
        print("  leads to the end from layer", settled_layer(trace["states"], *norm_and_head, token))
    fates = Counter(fate(t["states"], *norm_and_head, words.index(t["passage"])) for t in model["traces"])
    print("the passage's token, over all questions:", dict(sorted(fates.items())))
