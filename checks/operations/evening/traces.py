"""The spans of two requests, as untidy as real traces.

They are shuffled, one names a parent that was never collected, the clock of one search shard is behind, and some work
outlives the span that started it. Times are milliseconds since midnight on the clock of the span's own host.
"""

import json
from random import Random
from typing import Any

from .story import TRACES, WAIT_MS

LOST = "never-collected"
SKEW_MS = {"search_shard_3": -26.5}
Span = tuple[str, str | None, int, int]
# name: (service, parent, start and end in ms after the request came in)
FAST: dict[str, Span] = {
    "POST /v1/chat": ("gateway", None, 0, 372),
    "check_key": ("gateway", "POST /v1/chat", 1, 8),
    "handle_chat": ("api", "POST /v1/chat", 9, 366),
    "route_prompt": ("router", "handle_chat", 12, 41),
    "load_rules": ("config", "route_prompt", 13, 19),
    "pick_model": ("router", "route_prompt", 20, 39),
    "retrieve": ("search", "handle_chat", 43, 118),
    "embed_query": ("embedder", "retrieve", 44, 58),
    "search_shard_1": ("index", "retrieve", 59, 88),
    "search_shard_2": ("index", "retrieve", 59, 97),
    "search_shard_3": ("index", "retrieve", 60, 81),
    "rerank": ("reranker", "retrieve", 98, 116),
    "generate": ("model", "handle_chat", 120, 361),
    "prefill": ("model", "generate", 123, 164),
    "decode": ("model", "generate", 164, 358),
    "stream": ("api", "handle_chat", 166, 369),
    "bill_usage": ("billing", "POST /v1/chat", 367, 381),
    "scan_output": ("safety", LOST, 170, 352),
}
WAITS_IN = "pick_model"  # a connection to the registry


def traces(rng: Random) -> str:
    """Return the spans of both requests as a collector would, each trace shuffled."""
    fast, slow = TRACES
    spans = trace(fast, FAST, rng) + trace(slow, slowed(FAST), rng)
    return "[\n" + ",\n".join(json.dumps(span) for span in spans) + "\n]\n"


def slowed(spans: dict[str, Span]) -> dict[str, Span]:
    """Return the same request with a wait inside one span: whatever comes after its start moves back."""
    at = spans[WAITS_IN][2]
    return {
        name: (service, parent, start + WAIT_MS * (start > at), end + WAIT_MS * (end > at))
        for name, (service, parent, start, end) in spans.items()
    }


def trace(trace_id: str, spans: dict[str, Span], rng: Random) -> list[dict[str, Any]]:
    """Return one trace's spans; each time wobbles by up to a millisecond."""
    ids = {name: f"{rng.getrandbits(32):08x}" for name in spans} | {None: None, LOST: "5ca1ab1e"}

    def clock(name: str, offset_ms: float) -> float:
        return TRACES[trace_id] + offset_ms + SKEW_MS.get(name, 0) + rng.randint(0, 3) / 4

    collected = [
        {
            "trace_id": trace_id,
            "span_id": ids[name],
            "parent_id": ids[parent],
            "service": service,
            "name": name,
            "start_ms": clock(name, start),
            "end_ms": clock(name, end),
        }
        for name, (service, parent, start, end) in spans.items()
    ]
    rng.shuffle(collected)
    return collected
