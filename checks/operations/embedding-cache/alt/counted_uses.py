"""Three dicts and a counter of uses: the entry with the smallest count makes room."""

import itertools


class EmbeddingCache:
    def __init__(self, capacity: int, ttl_s: float):
        if capacity < 1 or ttl_s <= 0:
            raise ValueError("needs room and time")
        self._capacity, self._ttl_s = capacity, ttl_s
        self._vectors, self._put_at, self._used = {}, {}, {}
        self._ticks = itertools.count()

    def _drop(self, key):
        for table in (self._vectors, self._put_at, self._used):
            del table[key]

    def get(self, text, model, now_s):
        key = (model, text)
        if key not in self._vectors:
            return None
        if now_s > self._put_at[key] + self._ttl_s:
            self._drop(key)
            return None
        self._used[key] = next(self._ticks)
        return self._vectors[key]

    def put(self, text, model, vector, now_s):
        key = (model, text)
        if key not in self._vectors and len(self) >= self._capacity:
            self._drop(min(self._used, key=self._used.get))
        self._vectors[key], self._put_at[key], self._used[key] = vector, now_s, next(self._ticks)

    def __len__(self):
        return len(self._used)
