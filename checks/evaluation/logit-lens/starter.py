"""When does the answer take the lead inside the model, and does it keep it?"""

import json
from collections import Counter
from collections.abc import Sequence

Vector = Sequence[float]


def lens_logits(state: Vector, gain: Vector, unembedding: Sequence[Vector], epsilon: float = 1e-5) -> list[float]:
    """Return each token's logit if the model stopped at this state: final RMS norm, then the unembedding."""
    raise NotImplementedError("write lens_logits first")


def readout(
    states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int
) -> list[tuple[int, int]]:
    """Return for each layer the id of the leading token and the rank of token_id, 1 for the leader."""
    raise NotImplementedError("then write readout")


def settled_layer(states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int) -> int | None:
    """Return the first layer, from 0, from which token_id leads to the end; None if it doesn't lead at the end."""
    raise NotImplementedError("then write settled_layer")


def fate(states: Sequence[Vector], gain: Vector, unembedding: Sequence[Vector], token_id: int) -> str:
    """Return what became of token_id: "settled" if it leads at the end, "overruled" if it led before, or "never"."""
    raise NotImplementedError("then write fate")


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
