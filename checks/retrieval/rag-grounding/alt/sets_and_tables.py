"""Tabulate who supports whom, once, for passages and samples alike; scale vectors to length 1 first."""

import math
import string
from fractions import Fraction

POLICIES = {"accuracy", "consistency"}


def facts(text):
    words, word = [], ""
    for place, mark in enumerate(text + " "):
        inside = mark.isalnum() or mark == "_"
        joint = mark in ".," and word and (text + "  ")[place + 1].isalnum()
        if inside or joint:
            word += mark
        elif word:
            words.append(word)
            word = ""
    kept = set()
    for word in words:
        numbers = set(word) & set(string.digits + "_")
        if numbers or len([mark for mark in word if mark != mark.lower()]) > 1:
            kept.add("".join(word.split(",")).lower())
    return kept


def unit(vector):
    length = math.dist(vector, [0] * len(vector))
    return [x / length for x in vector]


def prepared(sentences):
    return [(unit(sentence["vector"]), facts(sentence["text"])) for sentence in sentences]


def flagged(answer, evidence, min_cosine):
    return [
        place
        for place, (vector, stated) in enumerate(answer)
        if all(stated - known or math.sumprod(vector, other) < min_cosine for other, known in evidence)
    ]


def unsupported(answer, evidence, min_cosine=0.62):
    return flagged(prepared(answer), prepared(evidence), min_cosine)


def votes(samples, min_cosine=0.62):
    ready = [prepared(sample) for sample in samples]
    table = [[bool(flagged(one, other, min_cosine)) for other in ready] for one in ready]
    return [row[:own].count(False) + row[own + 1 :].count(False) for own, row in enumerate(table)]


def choose(samples, evidence, first, min_cosine=0.62):
    if first not in POLICIES:
        raise ValueError(first)
    if len(samples) == 0 or min(map(len, samples)) == 0:
        raise ValueError("a sample needs sentences")
    ranked = sorted(enumerate(votes(samples, min_cosine)), key=lambda pair: -pair[1])
    if first == "accuracy":
        ranked = [pair for pair in ranked if unsupported(samples[pair[0]], evidence, min_cosine) == []]
    elif ranked[0][1] == 0:
        return None
    return next((number for number, _ in ranked), None)


def cost_usd(traces, first, wrong_usd, declined_usd, min_cosine=0.62):
    if not len(traces):
        raise ValueError("no traces")
    if wrong_usd < 0 or declined_usd < 0:
        raise ValueError("costs can't be negative")
    outcomes = {"declined": 0, "wrong": 0}
    for trace in traces:
        sent = choose(trace["samples"], trace["evidence"], first, min_cosine)
        if sent is None:
            outcomes["declined"] += 1
        elif len(trace["unsupported"][sent]):
            outcomes["wrong"] += 1
    share = {name: float(Fraction(count, len(traces))) for name, count in outcomes.items()}
    return share["declined"] * declined_usd + share["wrong"] * wrong_usd
