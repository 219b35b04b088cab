"""You take off the whole of a child, also what lies before its parent began or after it ended. With clocks that differ
between hosts, and with work left running in the background, that happens in every real trace, and it steals time from
the parent or makes its own time negative. Only the part inside the parent counts.
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
    covered, reached = 0, float("-inf")
    for child_start, child_end in sorted(children):
        if child_end > reached:
            covered += child_end - max(child_start, reached)
            reached = child_end
    return covered


def self_times_ms(spans):
    check(spans)
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
