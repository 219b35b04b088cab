"""Tokens with the same logit get the same rank from you, so several lead at once. By the rule of the prompt the
lower id is ahead, and each rank is taken once.
"""

from math import sqrt, sumprod


def lens_logits(state, gain, unembedding, epsilon=1e-5):
    if not state or not unembedding or epsilon <= 0:
        raise ValueError("lens")
    size = sqrt(sumprod(state, state) / len(state) + epsilon)
    normed = [factor * x / size for factor, x in zip(gain, state, strict=True)]
    return [sumprod(normed, row) for row in unembedding]


def readout(states, gain, unembedding, token_id):
    if not states or token_id not in range(len(unembedding)):
        raise ValueError("readout")
    layers = []
    for state in states:
        logits = lens_logits(state, gain, unembedding)
        order = sorted(range(len(logits)), key=lambda token: -logits[token])
        layers.append((order[0], 1 + sum(logit > logits[token_id] for logit in logits)))
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
