"""You take off all descendants, not only the children. A grandchild that stays inside its parent makes no difference,
but one that outlives it does: in that time the grandparent's own children were done, and it was at work itself as far
as this trace tells. Only spans that name a span as their parent count for it.
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
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children, family = [], {span["span_id"]}
        for _ in spans:
            family |= {s["span_id"] for s in spans if s["parent_id"] in family}
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["span_id"] in family - {span["span_id"]}]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
