"""Every candidate tried, decoding added up step by step, the cheapest one kept."""

from heapq import nlargest


def latency_ms(input_tokens, output_tokens, prefill_ms=0.1, attention_ms=2e-5, step_ms=8.0, cache_ms=5e-4):
    if min(input_tokens, output_tokens) <= 0:
        raise ValueError("tokens")
    if any(time < 0 for time in (prefill_ms, attention_ms, step_ms, cache_ms)):
        raise ValueError("times")
    total = input_tokens * (prefill_ms + attention_ms * input_tokens)
    mean_cache = input_tokens + (output_tokens - 1) / 2
    return total + output_tokens * (step_ms + cache_ms * mean_cache)


def p99(latencies):
    above = len(latencies) // 100
    return nlargest(above + 1, latencies)[-1]


def effect(requests, threshold_tokens):
    if len(requests) == 0 or threshold_tokens <= 0:
        raise ValueError("nothing to cut")
    cut = [(threshold_tokens if inputs > threshold_tokens else inputs, outputs) for inputs, outputs in requests]
    before, after = (p99([latency_ms(*request) for request in each]) for each in (requests, cut))
    touched = [old for old, new in zip(requests, cut) if tuple(old) != new]
    return (before - after) / before, len(touched) / len(requests)


def best_threshold(requests, candidates, target=0.18):
    if target <= 0 or target >= 1:
        raise ValueError("target")
    tried = [(candidate, *effect(requests, candidate)) for candidate in candidates]
    if not tried:
        raise ValueError("candidates")
    reached = [found for found in tried if found[1] >= target]
    return min(reached, key=lambda found: (found[2], -found[0]), default=None)
