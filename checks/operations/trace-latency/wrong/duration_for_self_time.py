"""You return each span's duration. A slow leaf makes all its ancestors slow too, so the longest span is nearly always
the one at the top, which only waited: in the slow trace four spans grew by 400 ms and one of them is to blame. Take
off the time during which a child was at work.
"""


def check(spans):
    seen = set()
    for span in spans:
        if span["span_id"] in seen:
            raise ValueError("span_id given twice")
        if span["end_ms"] < span["start_ms"]:
            raise ValueError("end before start")
        seen.add(span["span_id"])


def self_times_ms(spans):
    check(spans)
    self_times = {}
    for span in spans:
        start, end = span["start_ms"], span["end_ms"]
        self_times[span["span_id"]] = end - start
    return self_times
