"""You evict the entry that was put first, however often it has been asked for since. That's a queue (FIFO): the
question that everybody asks is thrown out as regularly as the one nobody repeats. A hit counts as use, and so does a
put of a key that's kept already; which of your lines notes that an entry was used?
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
        return vector

    def put(self, text, model, vector, now_s):
        key = (text, model)
        if key not in self.entries and len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
