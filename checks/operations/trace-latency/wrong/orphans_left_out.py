"""Spans whose parent was never collected are missing from your result, along with everything below them. You start
from the spans with `parent_id` None and walk down, so you never get there. The result has one entry for each span in
the list, and a lost parent makes a root of its child.
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
    reached = [span for span in spans if span["parent_id"] is None]
    for span in reached:
        reached.extend(s for s in spans if s["parent_id"] == span["span_id"])
    for span in reached:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
