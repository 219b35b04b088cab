"""From how many input tokens on should an input be cut, so that P99 falls by 18%?"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import ceil

Request = tuple[int, int]  # input tokens, output tokens


def latency_ms(
    input_tokens: int,
    output_tokens: int,
    prefill_ms: float = 0.1,
    attention_ms: float = 2e-5,
    step_ms: float = 8.0,
    cache_ms: float = 5e-4,
) -> float:
    """Return prefill plus decoding of one request; raise ValueError for token counts or times that can't be."""
    times = (prefill_ms, attention_ms, step_ms, cache_ms)
    if input_tokens < 1 or output_tokens < 1 or min(times) < 0:
        raise ValueError(f"expected tokens and no negative times, found {input_tokens}, {output_tokens}, {times}")
    cached_tokens = output_tokens * input_tokens + output_tokens * (output_tokens - 1) / 2
    prefill = input_tokens * prefill_ms + input_tokens**2 * attention_ms
    return prefill + output_tokens * step_ms + cached_tokens * cache_ms


def effect(requests: Sequence[Request], threshold_tokens: int) -> tuple[float, float]:
    """Return by which share P99 falls when longer inputs are cut to the threshold, and which share is cut."""
    if not requests or threshold_tokens < 1:
        raise ValueError(f"expected requests and a threshold of at least 1, found {len(requests)}, {threshold_tokens}")
    before = p99([latency_ms(*request) for request in requests])
    after = p99([latency_ms(min(inputs, threshold_tokens), outputs) for inputs, outputs in requests])
    affected = sum(inputs > threshold_tokens for inputs, _ in requests)
    return 1 - after / before, affected / len(requests)


def best_threshold(
    requests: Sequence[Request], candidates: Iterable[int], target: float = 0.18
) -> tuple[int, float, float] | None:
    """Return (threshold, P99 reduction, affected share) of the candidate that cuts fewest requests for the target."""
    highest_first = sorted(candidates, reverse=True)
    if not highest_first or not 0 < target < 1:
        raise ValueError(f"expected candidates and a target between 0 and 1, found {highest_first} and {target}")
    # A lower threshold cuts more requests and never raises P99, so the first that reaches the target cuts fewest.
    place = bisect_left(highest_first, target, key=lambda candidate: effect(requests, candidate)[0])
    if place == len(highest_first):
        return None
    return highest_first[place], *effect(requests, highest_first[place])


def p99(values: Sequence[float]) -> float:
    """Return the 99th percentile by nearest rank."""
    return sorted(values)[ceil(99 * len(values) / 100) - 1]


def load() -> list[Request]:
    """Return (input tokens, output tokens) of each request of the hour. This part is done for you."""
    with open("requests.json", encoding="utf-8") as file:
        return [tuple(row) for row in json.load(file)["requests"]]


if __name__ == "__main__":  # Run shows what each threshold brings, and picks one
    hour = load()
    slowest = sorted(hour, key=lambda request: latency_ms(*request))[-3:]
    print(
        "slowest:",
        *(f"{inputs} in, {outputs} out, {latency_ms(inputs, outputs):,.0f} ms" for inputs, outputs in slowest),
        sep="\n  ",
    )
    print("threshold  P99 falls by  requests cut")
    for threshold in (2_000, 4_000, 8_000, 12_000, 14_000, 16_000, 18_000, 24_000):
        reduction, share = effect(hour, threshold)
        print(f"{threshold:9,}  {reduction:12.1%}  {share:12.1%}")
    for target in (0.18, 0.5, 0.6):
        print(f"at least {target:.0%}:", best_threshold(hour, range(1_000, 33_000, 1_000), target))
