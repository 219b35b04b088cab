"""Where the merges come from: the commonest pair of neighbors, again and again."""

from collections import Counter
from itertools import pairwise


def learn(words: Counter[str], count: int) -> list[bytes]:
    """Up to `count` merges, each the most frequent; of equals, the first met."""
    cut = {word: [bytes([byte]) for byte in word.encode()] for word in words}
    merges: list[bytes] = []
    for _ in range(count):
        pairs: Counter[bytes] = Counter()
        for word, pieces in cut.items():
            for left, right in pairwise(pieces):
                pairs[left + right] += words[word]
        if not pairs:
            break
        merges.append(max(pairs, key=lambda merged: pairs[merged]))
        cut = {word: join(pieces, merges[-1]) for word, pieces in cut.items()}
    return merges


words = Counter({"token": 9, "tokens": 5, "broken": 4, "ticket": 3})
print(learn(words, 6))
