"""What does a query cost? Embedding, reranking, prompt, context, output, attempts, and whether a cache would pay."""

import json
from collections.abc import Iterable, Mapping


def query_usd(query: Mapping[str, float], prices: Mapping[str, float]) -> dict[str, float]:
    """Return what one query costs in USD, by part: embedding, rerank, input, output."""
    raise NotImplementedError("write query_usd first")


def usd_per_1000(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float]) -> dict[str, float]:
    """Return what 1,000 such queries cost in USD, by part."""
    raise NotImplementedError("then write usd_per_1000")


def cached_usd_per_1000(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float], hit_rate: float) -> float:
    """Return what 1,000 such queries cost in USD behind a cache that answers the share `hit_rate` of them."""
    raise NotImplementedError("then write cached_usd_per_1000")


def break_even_hit_rate(queries: Iterable[Mapping[str, float]], prices: Mapping[str, float]) -> float | None:
    """Return the hit rate at which the cache costs as much as it saves, or None if no rate up to 1 does."""
    raise NotImplementedError("then write break_even_hit_rate")


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
