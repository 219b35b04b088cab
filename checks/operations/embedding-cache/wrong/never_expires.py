"""An entry that was put once is served for ever: you keep no time, or never compare it. A model that was changed
behind an unchanged name, or a mended preprocessing step, then never reaches the popular questions, since use keeps
them in the cache. Compare the age with `ttl_s` on each get.
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
