"""To make room you first look for expired entries. That's sensible, many caches do it, and it isn't what was asked:
here the least recently used entry goes, expired or not, and nothing else is dropped on a put. Otherwise nobody can
predict from the rules what is kept, and a put has to search all entries.
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
        if len(self.entries) >= self.capacity:
            expired = [k for k, (_, put_s) in self.entries.items() if now_s - put_s > self.ttl_s]
            del self.entries[next(iter(expired or self.entries))]
        self.entries[key] = (vector, now_s)

    def __len__(self):
        return len(self.entries)
