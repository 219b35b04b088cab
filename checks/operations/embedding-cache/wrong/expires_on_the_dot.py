"""An entry whose age is exactly `ttl_s` is a miss in your cache, and the task calls it a hit. It looks like a quibble
until times are whole seconds, and one entry in every few hundred meets the limit exactly. Which comparison includes
the limit?
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
        if now_s - put_s >= self.ttl_s:
            del self.entries[key]
            return None
        self.entries[key] = self.entries.pop(key)
        return vector

    def put(self, text, model, vector, now_s):
        key = (text, model)
        self.entries.pop(key, None)
        if len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
