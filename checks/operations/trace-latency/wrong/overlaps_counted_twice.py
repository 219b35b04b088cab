"""You add up the children's durations, so where two of them ran at the same time that time is taken off twice. Three
shards searched in parallel then seem to fill more time than there was, and the parent's own time comes out too small,
or below zero. What's needed is the time in which at least one child was at work.
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
    return sum(max(0, min(child_end, end) - max(child_start, start)) for child_start, child_end in children)


def self_times_ms(spans):
    check(spans)
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
