"""A ledger: one line per charge, (part, units, price, per how many), summed in exact fractions over all queries."""

import math
from fractions import Fraction

UNITS = {
    "embedding": ("embedding_usd_per_million", 10**6),
    "rerank": ("rerank_usd_per_1000", 10**3),
    "input": ("input_usd_per_million", 10**6),
    "output": ("output_usd_per_million", 10**6),
}


class BadFigureError(ValueError):
    """A price or count that can't be."""


def units(query):
    counts = {key: value for key, value in query.items() if key != "kind"}
    if min(counts.values()) < 0 or not counts["attempts"] >= 1:
        raise BadFigureError(query)
    question = Fraction(counts["question_tokens"])
    whole = (
        question + Fraction(counts["prompt_tokens"]) + Fraction(counts["passages"]) * Fraction(counts["passage_tokens"])
    )
    return {
        "embedding": question,
        "rerank": Fraction(counts["candidates"]),
        "input": sum([whole] * int(counts["attempts"]), whole * Fraction(counts["attempts"] % 1)),
        "output": Fraction(counts["output_tokens"]),
    }


def charged(amounts, prices):
    for price in prices.values():
        if math.isnan(price) or math.isinf(price) or price < 0:
            raise BadFigureError(price)
    return {part: amounts[part] * Fraction(prices[name]) / per for part, (name, per) in UNITS.items()}


def query_usd(query, prices):
    return {part: float(usd) for part, usd in charged(units(query), prices).items()}


def exact_per_1000(queries, prices):
    totals, n = dict.fromkeys(UNITS, Fraction(0)), 0
    for query in queries:
        n += 1
        for part, amount in units(query).items():
            totals[part] += amount
    if n == 0:
        raise BadFigureError("no queries")
    return charged({part: total * 1000 / n for part, total in totals.items()}, prices)


def usd_per_1000(queries, prices):
    return {part: float(usd) for part, usd in exact_per_1000(queries, prices).items()}


def cached_usd_per_1000(queries, prices, hit_rate):
    if hit_rate < 0 or hit_rate > 1:
        raise BadFigureError(hit_rate)
    parts = exact_per_1000(queries, prices)
    answered = parts["rerank"] + parts["input"] + parts["output"]
    a_hit = parts["embedding"] + Fraction(prices["lookup_usd_per_1000"])
    a_miss = a_hit + answered + Fraction(prices["write_usd_per_1000"])
    return float(Fraction(hit_rate) * a_hit + (1 - Fraction(hit_rate)) * a_miss)


def break_even_hit_rate(queries, prices):
    parts = exact_per_1000(queries, prices)
    saved_by_a_hit = sum(parts.values()) - parts["embedding"] + Fraction(prices["write_usd_per_1000"])
    spent = Fraction(prices["lookup_usd_per_1000"]) + Fraction(prices["write_usd_per_1000"])
    return float(spent / saved_by_a_hit) if spent <= saved_by_a_hit else None
