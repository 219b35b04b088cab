"""What does a query cost? Embedding, reranking, prompt, context, output, attempts, and whether a cache would pay."""

import json
from collections.abc import Iterable, Mapping
from math import inf

COUNTS = ("question_tokens", "prompt_tokens", "passages", "passage_tokens", "candidates", "output_tokens")


def query_usd(query: Mapping[str, float], prices: Mapping[str, float]) -> dict[str, float]:
    """Return what one query costs in USD, by part: embedding, rerank, input, output."""
    if not all(0 <= price < inf for price in prices.values()):
        raise ValueError(f"a price below 0, NaN or infinite: {dict(prices)}")
    if query["attempts"] < 1 or any(query[name] < 0 for name in COUNTS):
        raise ValueError(f"fewer than one attempt, or a count below 0: {dict(query)}")
    context_tokens = query["passages"] * query["passage_tokens"]
    input_tokens = query["prompt_tokens"] + context_tokens + query["question_tokens"]
    return {
        "embedding": query["question_tokens"] * prices["embedding_usd_per_million"] / 1_000_000,
        "rerank": query["candidates"] * prices["rerank_usd_per_1000"] / 1000,
        "input": query["attempts"] * input_tokens * prices["input_usd_per_million"] / 1_000_000,
        "output": query["output_tokens"] * prices["output_usd_per_million"] / 1_000_000,
    }


def usd_per_1000(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float]) -> dict[str, float]:
    """Return what 1,000 such queries cost in USD, by part."""
    costs = [query_usd(query, prices) for query in queries]
    if not costs:
        raise ValueError("no queries")
    return {part: 1000 * sum(cost[part] for cost in costs) / len(costs) for part in costs[0]}


def cached_usd_per_1000(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float], hit_rate: float) -> float:
    """Return what 1,000 such queries cost in USD behind a cache that answers the share `hit_rate` of them."""
    if not 0 <= hit_rate <= 1:
        raise ValueError(f"expected a hit rate from 0 to 1, found {hit_rate}")
    always, on_a_miss = split(usd_per_1000(queries, prices), prices)
    return always + (1 - hit_rate) * on_a_miss


def break_even_hit_rate(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float]) -> float | None:
    """Return the hit rate at which the cache costs as much as it saves, or None if no rate up to 1 does."""
    parts = usd_per_1000(queries, prices)
    always, on_a_miss = split(parts, prices)
    rate = 1 - (sum(parts.values()) - always) / on_a_miss
    return rate if rate <= 1 else None


def split(parts: Mapping[str, float], prices: Mapping[str, float]) -> tuple[float, float]:
    """Return (what each 1,000 queries cost behind a cache, what 1,000 misses cost besides)."""
    always = parts["embedding"] + prices["lookup_usd_per_1000"]
    return always, sum(parts.values()) - parts["embedding"] + prices["write_usd_per_1000"]


def load() -> list[dict]:
    """Return the queries in queries.json. This part is done for you."""
    with open("queries.json", encoding="utf-8") as file:
        return json.load(file)["queries"]


OURS = {
    "embedding_usd_per_million": 0.1,
    "rerank_usd_per_1000": 0.02,
    "input_usd_per_million": 0.6,
    "output_usd_per_million": 2.4,
    "lookup_usd_per_1000": 0.15,
    "write_usd_per_1000": 0.1,
}

if __name__ == "__main__":  # Run prices the sample, by kind and together, and asks whether a cache would pay
    queries = load()
    kinds = {"all": queries} | {
        kind: [query for query in queries if query["kind"] == kind] for kind in ("short question", "manual", "contract")
    }
    print("USD per 1,000      share embedding  rerank   input  output   total  break-even")
    for kind, sample in kinds.items():
        parts = usd_per_1000(sample, OURS)
        shown = "".join(f"{usd:8.3f}" for usd in parts.values())
        rate = break_even_hit_rate(sample, OURS)
        print(f"{kind:15}{len(sample) / len(queries):8.0%}  {shown}{sum(parts.values()):8.3f}{rate or 1:12.1%}")
    mean = {key: sum(query[key] for query in queries) / len(queries) for key in queries[0] if key != "kind"}
    print(f"\none average query, times 1,000: {sum(usd_per_1000([mean], OURS).values()):.3f} USD")
    for hit_rate in (0, 0.1, 0.3):
        print(f"behind a cache with {hit_rate:4.0%} hits: {cached_usd_per_1000(queries, OURS, hit_rate):.3f} USD")
