"""Each hit makes the entry young again, so what's asked for often enough never expires. That's a different kind of
cache (idle expiry), and it keeps the most popular entries stale for longest. Two clocks are at work: a get renews how
*recently* an entry was used, only a put renews how *old* it is.
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
        del self.entries[key]
        self.entries[key] = (vector, now_s)
        return vector

    def put(self, text, model, vector, now_s):
        key = (text, model)
        self.entries.pop(key, None)
        if len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
