"""Putting a key that's kept already costs another entry its place. You make room whenever the cache is full, without
asking whether room is needed: the new vector takes the place of the old one, and the number of entries doesn't change.
"""


class EmbeddingCache:
    def __init__(self, capacity, ttl_s):
        if capacity < 1 or ttl_s <= 0:
            raise ValueError("needs room and time")
        self.capacity, self.ttl_s = capacity, ttl_s
        self.entries = {}

    def get(self, text, model, now_s):
        key = (text, model)
        if key not in self.entries:
            return None
        vector, put_s = self.entries[key]
        if now_s - put_s > self.ttl_s:
            del self.entries[key]
            return None
        self.entries[key] = self.entries.pop(key)
        return vector

    def put(self, text, model, vector, now_s):
        key = (text, model)
        if len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries.pop(key, None)
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
