"""A sweep: +1 where a child starts, -1 where it ends; time passes into the own account while none is open."""

import itertools


class ImpossibleTraceError(ValueError):
    """Spans that can't be."""


def own_time(span, children):
    start, end = span["start_ms"], span["end_ms"]
    edges = [(start, 0), (end, 0)]
    for child in children:
        edges.append((min(max(child["start_ms"], start), end), 1))
        edges.append((min(max(child["end_ms"], start), end), -1))
    edges.sort(key=lambda edge: edge[0])
    own, at_work = 0, 0
    for (moment, change), (following, _) in itertools.pairwise(edges):
        at_work += change
        own += (following - moment) * (at_work == 0)
    return own


def self_times_ms(spans):
    if len({span["span_id"] for span in spans}) < len(spans):
        raise ImpossibleTraceError("an id repeats")
    if any(span["end_ms"] - span["start_ms"] < 0 for span in spans):
        raise ImpossibleTraceError("a span ends before it starts")
    return {
        span["span_id"]: own_time(span, [child for child in spans if child["parent_id"] == span["span_id"]])
        for span in spans
    }
