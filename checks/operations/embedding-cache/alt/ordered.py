"""An OrderedDict that is moved to its end on use."""

from collections import OrderedDict
from typing import NamedTuple


class Entry(NamedTuple):
    vector: tuple
    put_s: float


class EmbeddingCache:
    def __init__(self, capacity, ttl_s):
        if not (capacity >= 1 and ttl_s > 0):
            raise ValueError("capacity and ttl_s must be positive")
        self.capacity, self.ttl_s, self.kept = capacity, ttl_s, OrderedDict()

    def get(self, text, model, now_s):
        try:
            entry = self.kept[text, model]
        except KeyError:
            return None
        if now_s - entry.put_s <= self.ttl_s:
            self.kept.move_to_end((text, model))
            return entry.vector
        del self.kept[text, model]
        return None

    def put(self, text, model, vector, now_s):
        self.kept[text, model] = Entry(tuple(vector), now_s)
        self.kept.move_to_end((text, model))
        while len(self.kept) > self.capacity:
            self.kept.popitem(last=False)

    def __len__(self):
        return len(self.kept)
