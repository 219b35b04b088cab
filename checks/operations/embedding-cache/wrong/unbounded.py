"""Nothing is ever evicted: `capacity` is stored and then not looked at. It works for an afternoon, and then a process
that handles texts nobody has seen before grows until the machine kills it. When a new key would be one too many, the
least recently used entry has to go.
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
        self.entries.pop(key, None)
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
