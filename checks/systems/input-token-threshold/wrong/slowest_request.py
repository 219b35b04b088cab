"""You compare the slowest requests of all. P99 is number ⌈99 · n / 100⌉ of the sorted latencies, so one request in
a hundred may be slower still. A single freak decides your figure.
"""


def latency_ms(input_tokens, output_tokens, prefill_ms=0.1, attention_ms=2e-5, step_ms=8.0, cache_ms=5e-4):
    if input_tokens < 1 or output_tokens < 1 or min(prefill_ms, attention_ms, step_ms, cache_ms) < 0:
        raise ValueError("request")
    prefill = input_tokens * prefill_ms + input_tokens**2 * attention_ms
    cached = output_tokens * input_tokens + output_tokens * (output_tokens - 1) / 2
    return prefill + output_tokens * step_ms + cached * cache_ms


def p99(values):
    return max(values)


def effect(requests, threshold_tokens):
    if not requests or threshold_tokens < 1:
        raise ValueError("effect")
    before = p99([latency_ms(*request) for request in requests])
    after = p99([latency_ms(min(inputs, threshold_tokens), outputs) for inputs, outputs in requests])
    affected = sum(inputs > threshold_tokens for inputs, _ in requests)
    return 1 - after / before, affected / len(requests)


def best_threshold(requests, candidates, target=0.18):
    candidates = list(candidates)
    if not candidates or not 0 < target < 1:
        raise ValueError("best")
    for candidate in sorted(candidates, reverse=True):
        reduction, affected = effect(requests, candidate)
        if reduction >= target:
            return candidate, reduction, affected
    return None
