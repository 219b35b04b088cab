"""A cache for embeddings that stays small, stays fresh and never mixes model versions."""

from collections.abc import Sequence

Vector = Sequence[float]


class EmbeddingCache:
    """Keep up to `capacity` embeddings, each for up to `ttl_s` seconds; the least recently used one makes room."""

    def __init__(self, capacity: int, ttl_s: float) -> None:
        if capacity < 1:
            raise ValueError(f"expected room for at least one embedding, found capacity {capacity}")
        if ttl_s <= 0:
            raise ValueError(f"expected a positive time to live, found {ttl_s} s")
        self.capacity = capacity
        self.ttl_s = ttl_s
        # By (text, model): (vector, time of the put). A dict keeps its order: the least recently used comes first.
        self._entries: dict[tuple[str, str], tuple[Vector, float]] = {}

    def get(self, text: str, model: str, now_s: float) -> Vector | None:
        """Return the embedding of `text` by `model`, or None if there is none or it is too old."""
        entry = self._entries.pop((text, model), None)
        if entry is None:
            return None
        vector, put_s = entry
        if now_s - put_s > self.ttl_s:
            return None
        self._entries[text, model] = entry  # back in, as the most recently used
        return vector

    def put(self, text: str, model: str, vector: Vector, now_s: float) -> None:
        """Keep the embedding of `text` by `model` as of now."""
        self._entries.pop((text, model), None)
        if len(self._entries) == self.capacity:
            del self._entries[next(iter(self._entries))]
        self._entries[text, model] = (vector, now_s)

    def __len__(self) -> int:
        return len(self._entries)
