"""Writes traces.json: the spans of one fast and one slow request, in the order in which they were collected.

    python make_data.py

Invented and seeded, and as untidy as real traces: spans arrive shuffled, one names a parent that was never collected,
the clock of one search shard is behind, and some work outlives the span that started it. Times are milliseconds since
midnight on the clock of the span's own host.
"""

import json
import random
from pathlib import Path

LOST = "never-collected"
SKEW_MS = {"search_shard_3": -26.5}
# name: (service, parent, start and end in ms after the request came in)
FAST = {
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
WAITS_IN, WAITS_MS = "pick_model", 400


def slowed(spans: dict[str, tuple]) -> dict[str, tuple]:
    """Return the same request with a wait inside one span: whatever comes after its start moves back."""
    at = spans[WAITS_IN][2]
    return {
        name: (service, parent, start + WAITS_MS * (start > at), end + WAITS_MS * (end > at))
        for name, (service, parent, start, end) in spans.items()
    }


def trace(trace_id: str, spans: dict[str, tuple], came_in_ms: float, generator: random.Random) -> list[dict]:
    """Return spans as a collector would, shuffled; each time wobbles by up to a millisecond."""
    ids = {name: f"{generator.getrandbits(32):08x}" for name in spans} | {None: None, LOST: "5ca1ab1e"}

    def clock(name: str, offset_ms: float) -> float:
        return came_in_ms + offset_ms + SKEW_MS.get(name, 0) + generator.randint(0, 3) / 4

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
    generator.shuffle(collected)
    return collected


def main() -> None:
    """Write the file beside this script."""
    generator = random.Random(15)
    spans = trace("7f3a", FAST, 33_312_480, generator) + trace("c91e", slowed(FAST), 33_671_020, generator)
    rows = ",\n".join(json.dumps(span) for span in spans)
    Path(__file__).with_name("traces.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
