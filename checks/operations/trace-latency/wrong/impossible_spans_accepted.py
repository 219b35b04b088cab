"""An end before its start, or one `span_id` given to two spans, goes through your function and comes out as a number:
a negative time, or one entry where there should be two. Whoever reads the table can't see that the collector, or a
clock, is broken. Both are to raise `ValueError`.
"""


def covered_ms(children, start, end):
    covered, reached = 0, start
    for child_start, child_end in sorted(children):
        first, last = max(child_start, reached), min(child_end, end)
        if last > first:
            covered += last - first
            reached = last
    return covered


def self_times_ms(spans):
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
