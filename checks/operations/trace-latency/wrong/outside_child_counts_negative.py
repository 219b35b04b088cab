"""A child that lies wholly outside its parent gives you more own time than the span is long. You clip both ends, and
then the end comes before the start: a negative length, which you take off. Such a child covers nothing; look at what
you do after clipping.
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
    clipped = [(max(child_start, start), min(child_end, end)) for child_start, child_end in children]
    outside = sum(last - first for first, last in clipped if last < first)
    covered, reached = outside, start
    for first, last in sorted(clipped):
        if last > max(first, reached):
            covered += last - max(first, reached)
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
