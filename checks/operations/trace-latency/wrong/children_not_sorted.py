"""You merge overlapping children in the order in which they're listed. That works while they happen to be in order of
their start, and spans are collected in any order: an early child that is listed late then counts for nothing. Sort by
start before you sweep.
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
    for child_start, child_end in children:
        first, last = max(child_start, reached), min(child_end, end)
        if last > first:
            covered += last - first
            reached = last
    return covered


def self_times_ms(spans):
    check(spans)
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
