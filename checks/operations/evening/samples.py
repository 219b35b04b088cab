"""Payloads kept of some requests to rerank and embed."""

import json
from random import Random

from .story import PROXY, STICKLER, Request, stamp


def samples(rng: Random, requests: list[Request]) -> str:
    """Return the payloads that were kept of some requests, in no order."""
    kept = [request for request in requests if request.payload]
    chosen = rng.sample([one for one in kept if one.customer not in (PROXY, STICKLER)], 44)
    chosen += [one for one in kept if one.customer in (PROXY, STICKLER)]
    rng.shuffle(chosen)
    rows = (
        {"request_id": one.id, "ts": stamp(one.first.at), "customer": one.customer, "endpoint": one.first.endpoint}
        | {"payload": one.payload}
        for one in chosen
    )
    return "".join(json.dumps(row) + "\n" for row in rows)
