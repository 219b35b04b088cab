"""In your cache a hit saves the embedding of the question. It can't: the cache finds the similar question by that very
embedding, so every query pays for it, hit or miss.
"""

from math import inf

COUNTS = ("question_tokens", "prompt_tokens", "passages", "passage_tokens", "candidates", "output_tokens")


def query_usd(query, prices):
    if not all((0 <= price < inf for price in prices.values())):
        raise ValueError("bad input")
    if query["attempts"] < 1 or any((query[name] < 0 for name in COUNTS)):
        raise ValueError("bad input")
    context_tokens = query["passages"] * query["passage_tokens"]
    input_tokens = query["prompt_tokens"] + context_tokens + query["question_tokens"]
    return {
        "embedding": query["question_tokens"] * prices["embedding_usd_per_million"] / 1000000,
        "rerank": query["candidates"] * prices["rerank_usd_per_1000"] / 1000,
        "input": query["attempts"] * input_tokens * prices["input_usd_per_million"] / 1000000,
        "output": query["output_tokens"] * prices["output_usd_per_million"] / 1000000,
    }


def usd_per_1000(queries, prices):
    costs = [query_usd(query, prices) for query in queries]
    if not costs:
        raise ValueError("no queries")
    return {part: 1000 * sum((cost[part] for cost in costs)) / len(costs) for part in costs[0]}


def cached_usd_per_1000(queries, prices, hit_rate):
    if not 0 <= hit_rate <= 1:
        raise ValueError("bad input")
    always, on_a_miss = split(usd_per_1000(queries, prices), prices)
    return always + (1 - hit_rate) * on_a_miss


def break_even_hit_rate(queries, prices):
    parts = usd_per_1000(queries, prices)
    always, on_a_miss = split(parts, prices)
    rate = 1 - (sum(parts.values()) - always) / on_a_miss
    return rate if rate <= 1 else None


def split(parts, prices):
    always = prices["lookup_usd_per_1000"]
    return (always, sum(parts.values()) + prices["write_usd_per_1000"])
