"""Layers read from the end; ranks counted instead of sorted; the norm folded into a factor per dimension."""


class NoLensError(ValueError):
    """There is nothing to look through, or nothing to look at."""


def lens_logits(state, gain, unembedding, epsilon=1e-5):
    width = len(state)
    if width == 0 or len(gain) != width or len(unembedding) == 0 or epsilon <= 0:
        raise NoLensError
    if any(len(row) != width for row in unembedding):
        raise NoLensError
    factor = (sum(x**2 for x in state) / width + epsilon) ** -0.5
    return [factor * sum(state[i] * gain[i] * row[i] for i in range(width)) for row in unembedding]


def readout(states, gain, unembedding, token_id):
    if len(states) == 0 or token_id not in range(len(unembedding)):
        raise NoLensError
    result = []
    for state in states:
        logits = lens_logits(state, gain, unembedding)
        own = logits[token_id]
        ahead = sum(1 for id, logit in enumerate(logits) if logit > own or (logit == own and id < token_id))
        result.append((logits.index(max(logits)), ahead + 1))
    return result


def settled_layer(states, gain, unembedding, token_id):
    ranks = [rank for _, rank in readout(states, gain, unembedding, token_id)]
    layer = len(ranks)
    while layer and ranks[layer - 1] == 1:
        layer -= 1
    return None if layer == len(ranks) else layer


def fate(states, gain, unembedding, token_id):
    ranks = [rank for _, rank in readout(states, gain, unembedding, token_id)]
    return "settled" if ranks[-1] == 1 else "overruled" if 1 in ranks else "never"
