"""Walk up the values until enough of them lie at or below: the definition as a count, with no rank to compute."""

from collections import Counter


def percentile(values, q):
    counts = Counter(values)
    total = counts.total()
    if total == 0 or q <= 0 or q > 100:
        raise ValueError(f"no percentile {q} of {total} values")
    seen = 0
    for value in sorted(counts):
        seen += counts[value]
        if 100 * seen >= q * total:
            return value


def merged_percentile(shards, q):
    return percentile((value for shard in shards for value in shard), q)
