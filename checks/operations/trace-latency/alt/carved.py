"""Carve each child out of what is left of its parent, a list of free stretches."""


def self_times_ms(spans):
    free = {}
    for span in sorted(spans, key=lambda s: str(s["span_id"])):
        if span["span_id"] in free or span["end_ms"] < span["start_ms"]:
            raise ValueError(f"impossible span {span['span_id']}")
        free[span["span_id"]] = [(span["start_ms"], span["end_ms"])]
    for span in spans:
        if span["parent_id"] in free:
            start, end = span["start_ms"], span["end_ms"]
            pieces = []
            for left, right in free[span["parent_id"]]:
                pieces.append((left, min(right, start)))
                pieces.append((max(left, end), right))
            free[span["parent_id"]] = [(left, right) for left, right in pieces if left < right]
    return {span_id: float(sum(right - left for left, right in pieces)) for span_id, pieces in free.items()}
