"""You compare dot products with the threshold. They grow with the length of the vectors, so long ones pass whatever
they're about. This log's vectors are almost of length 1, which hides it; another model's needn't be. Divide by both
lengths.
"""

import re


def facts(text):
    found = set()
    for word in re.findall(r"\w+(?:[.,]\w+)*", text):
        capitals = sum(mark.isupper() for mark in word)
        if capitals >= 2 or re.search(r"[\d_]", word):
            found.add(word.replace(",", "").lower())
    return found


def cosine(u, v):
    return sum(x * y for x, y in zip(u, v))


def supports(passage, sentence, min_cosine):
    if not facts(sentence["text"]) <= facts(passage["text"]):
        return False
    return cosine(passage["vector"], sentence["vector"]) >= min_cosine


def unsupported(answer, evidence, min_cosine=0.62):
    positions = []
    for position, sentence in enumerate(answer):
        if not any(supports(passage, sentence, min_cosine) for passage in evidence):
            positions.append(position)
    return positions


def votes(samples, min_cosine=0.62):
    counts = [0] * len(samples)
    for own, sample in enumerate(samples):
        for number, other in enumerate(samples):
            if number != own and not unsupported(sample, other, min_cosine):
                counts[own] += 1
    return counts


def choose(samples, evidence, first, min_cosine=0.62):
    if first not in ("accuracy", "consistency") or not samples or not all(samples):
        raise ValueError("no such choice")
    counts = votes(samples, min_cosine)
    numbers = range(len(samples))
    if first == "consistency":
        best = max(numbers, key=lambda number: counts[number])
        return best if counts[best] > 0 else None
    sound = [number for number in numbers if not unsupported(samples[number], evidence, min_cosine)]
    if not sound:
        return None
    return max(sound, key=lambda number: counts[number])


def cost_usd(traces, first, wrong_usd, declined_usd, min_cosine=0.62):
    if not traces or min(wrong_usd, declined_usd) < 0:
        raise ValueError("no such cost")
    costs = []
    for trace in traces:
        sent = choose(trace["samples"], trace["evidence"], first, min_cosine)
        if sent is None:
            costs.append(declined_usd)
        else:
            costs.append(wrong_usd if trace["unsupported"][sent] else 0.0)
    return sum(costs) / len(costs)
