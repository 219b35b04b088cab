"""You remember *when* each entry was used and evict the one with the earliest time. Times repeat: many requests come
in within one tick of the clock, and then your choice among them has nothing to do with use. The order of the calls
decides, so note the order itself, by a counter or by moving the entry to the end.
"""


class EmbeddingCache:
    def __init__(self, capacity, ttl_s):
        if capacity < 1 or ttl_s <= 0:
            raise ValueError("needs room and time")
        self.capacity, self.ttl_s = capacity, ttl_s
        self.entries, self.used_s = {}, {}

    def get(self, text, model, now_s):
        key = (text, model)
        if key not in self.entries:
            return None
        vector, put_s = self.entries[key]
        if now_s - put_s > self.ttl_s:
            del self.entries[key], self.used_s[key]
            return None
        self.used_s[key] = now_s
        return vector

    def put(self, text, model, vector, now_s):
        key = (text, model)
        if key not in self.entries and len(self.entries) >= self.capacity:
            oldest = min(self.used_s, key=self.used_s.get)
            del self.entries[oldest], self.used_s[oldest]
        self.entries[key], self.used_s[key] = (vector, now_s), now_s

    def __len__(self):
        return len(self.entries)
