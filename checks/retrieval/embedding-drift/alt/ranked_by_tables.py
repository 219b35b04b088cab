"""Unit vectors first; neighbors from a table of cosines; signs drawn as a list; exact sums; names from flags."""

import heapq
import math
import random


def unit(vector):
    length = math.sqrt(math.fsum(x * x for x in vector))
    return [x / length for x in vector]


def dot(u, v):
    return math.fsum(x * y for x, y in zip(u, v, strict=True))


def top_scores(queries, documents):
    if len(documents) == 0:
        raise ValueError("nothing to search")
    units = list(map(unit, documents))
    scores = []
    for query in map(unit, queries):
        best = -2.0
        for document in units:
            best = max(best, dot(query, document))
        scores.append(best)
    return scores


def neighbor_table(vectors, k):
    units = [unit(vector) for vector in vectors]
    table = []
    for own, one in enumerate(units):
        cosines = [(dot(one, other), -place) for place, other in enumerate(units) if place != own]
        table.append({-place for _, place in heapq.nlargest(k, cosines)})
    return table


def kept_neighbors(old, new, k):
    if len(old) != len(new):
        raise ValueError("not the same texts")
    if k not in range(1, len(old)):
        raise ValueError("no such k")
    lost = sum(len(a - b) for a, b in zip(neighbor_table(old, k), neighbor_table(new, k)))
    return 1 - lost / (k * len(old))


def sign_flip_p(differences, rounds=2000, seed=0):
    if rounds <= 0 or len(differences) == 0:
        raise ValueError("no rounds or no differences")
    generator = random.Random(seed)
    target = abs(math.fsum(differences))
    count = 1
    for _ in range(rounds):
        signs = [(1, -1)[generator.getrandbits(1)] for _ in differences]
        size = abs(math.fsum(sign * value for sign, value in zip(signs, differences)))
        if size > target or math.isclose(size, target, rel_tol=0, abs_tol=1e-12):
            count += 1
    return count / (rounds + 1)


def effects(scores):
    cells = {(window, version): scores[window][version] for window in ("before", "after") for version in ("v1", "v2")}
    if {len(cell) for cell in cells.values()} - {len(cells["before", "v1"])} or not cells["before", "v1"]:
        raise ValueError("one score per customer")

    def mean(window, version):
        chosen = [cell for key, cell in cells.items() if key[0] in window and key[1] in version]
        return [sum(values) / len(chosen) for values in zip(*chosen)]

    windows, versions = ("before", "after"), ("v1", "v2")
    model = zip(mean(windows, ("v2",)), mean(windows, ("v1",)))
    traffic = zip(mean(("after",), versions), mean(("before",), versions))
    return {"model": [new - old for new, old in model], "traffic": [now - then for now, then in traffic]}


def verdict(scores, level=0.05, rounds=2000, seed=0):
    flags = [sign_flip_p(values, rounds, seed) <= level for values in effects(scores).values()]
    return ("neither", "traffic", "model", "both")[2 * flags[0] + flags[1]]
