"""Which hop of a slow request did the waiting?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence


def self_times_ms(spans: Sequence[dict]) -> dict[str, float]:
    """Return, by span_id, the milliseconds of each span in which none of its children was at work."""
    children = defaultdict(list)
    for span in spans:
        if span["end_ms"] < span["start_ms"]:
            raise ValueError(f"span {span['span_id']}: expected an end at or after the start, found one before it")
        children[span["parent_id"]].append((span["start_ms"], span["end_ms"]))
    self_times = {}
    for span in spans:
        if span["span_id"] in self_times:
            raise ValueError(f"span {span['span_id']}: expected an id of its own, found it twice")
        start, end = span["start_ms"], span["end_ms"]
        self_times[span["span_id"]] = end - start - covered_ms(children[span["span_id"]], start, end)
    return self_times


def covered_ms(intervals: Iterable[tuple[float, float]], start: float, end: float) -> float:
    """Return how much of start..end the intervals cover together."""
    covered = 0.0
    reached = start  # all that counts up to here has been counted
    for child_start, child_end in sorted(intervals):
        first, last = max(child_start, reached), min(child_end, end)
        covered += max(0.0, last - first)
        reached = max(reached, last)
    return covered
