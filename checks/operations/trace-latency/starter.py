"""Which hop of a slow request did the waiting?"""

import json
from collections.abc import Sequence


def self_times_ms(spans: Sequence[dict]) -> dict[str, float]:
    """Return, by span_id, the milliseconds of each span in which none of its children was at work."""
    raise NotImplementedError("write self_times_ms")


def load(trace_id: str) -> list[dict]:
    """Return the spans of one trace, in the order in which they were collected. This part is done for you."""
    with open("traces.json", encoding="utf-8") as file:
        return [span for span in json.load(file) if span["trace_id"] == trace_id]


if __name__ == "__main__":  # Run sets the slow request against the fast one, hop by hop
    fast, slow = load("req_7f3a05"), load("req_c91e27")
    fast_self, slow_self = self_times_ms(fast), self_times_ms(slow)
    fast_by_name = {span["name"]: span for span in fast}
    print("longer by (ms)       duration  self time")
    for span in sorted(slow, key=lambda span: span["start_ms"]):
        before = fast_by_name[span["name"]]
        duration = (span["end_ms"] - span["start_ms"]) - (before["end_ms"] - before["start_ms"])
        own = slow_self[span["span_id"]] - fast_self[before["span_id"]]
        print(f"{span['service']:9} {span['name']:14} {duration:6.2f} {own:7.2f}")
