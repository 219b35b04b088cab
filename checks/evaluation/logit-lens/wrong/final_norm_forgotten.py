"""You multiply the raw state by the unembedding. The model never does that: it normalizes first, and its gain turns
down dimensions that the stream is full of. Read without the norm, the passage's token leads in none of the 48
traces; that looks like a finding about the model and is one about your lens.
"""

from math import sumprod


def lens_logits(state, gain, unembedding, epsilon=1e-5):
    if not state or not unembedding or epsilon <= 0:
        raise ValueError("lens")
    if len(state) != len(gain):
        raise ValueError("lens")
    return [sumprod(state, row) for row in unembedding]


def readout(states, gain, unembedding, token_id):
    if not states or token_id not in range(len(unembedding)):
        raise ValueError("readout")
    layers = []
    for state in states:
        logits = lens_logits(state, gain, unembedding)
        order = sorted(range(len(logits)), key=lambda token: -logits[token])
        layers.append((order[0], order.index(token_id) + 1))
    return layers


def settled_layer(states, gain, unembedding, token_id):
    settled = None
    for layer, (leader, _) in enumerate(readout(states, gain, unembedding, token_id)):
        if leader != token_id:
            settled = None
        elif settled is None:
            settled = layer
    return settled


def fate(states, gain, unembedding, token_id):
    led = [leader == token_id for leader, _ in readout(states, gain, unembedding, token_id)]
    if led[-1]:
        return "settled"
    return "overruled" if any(led) else "never"
