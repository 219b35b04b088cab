"""A cache for embeddings that stays small, stays fresh and never mixes model versions."""

import json
from collections.abc import Sequence

Vector = Sequence[float]


class EmbeddingCache:
    """Keep up to `capacity` embeddings, each for up to `ttl_s` seconds; the least recently used one makes room."""

    def __init__(self, capacity: int, ttl_s: float) -> None:
        raise NotImplementedError("write __init__ first")

    def get(self, text: str, model: str, now_s: float) -> Vector | None:
        """Return the embedding of `text` by `model`, or None if there is none or it is too old."""
        raise NotImplementedError("then get")

    def put(self, text: str, model: str, vector: Vector, now_s: float) -> None:
        """Keep the embedding of `text` by `model` as of now."""
        raise NotImplementedError("then put")

    def __len__(self) -> int:
        raise NotImplementedError("and __len__")


def requests() -> list[tuple[float, str, str]]:
    """Return (now_s, text, model) of four hours of requests, in order. This part is done for you."""
    with open("requests.json", encoding="utf-8") as file:
        data = json.load(file)
    return [(now_s, data["texts"][text], data["models"][model]) for now_s, text, model in data["requests"]]


if __name__ == "__main__":  # Run replays the four hours with caches of several sizes, and an hour to live
    trace = requests()
    for capacity in (25, 50, 100, 200, 400, 800):
        cache, hits = EmbeddingCache(capacity, ttl_s=3_600), 0
        for now_s, text, model in trace:
            if cache.get(text, model, now_s) is None:
                cache.put(text, model, [0.0], now_s)  # here a real service would call the model
            else:
                hits += 1
        print(f"capacity {capacity:3}: {hits / len(trace):5.1%} hits, {len(cache):3} kept at the end")
