"""From how many input tokens on should an input be cut, so that P99 falls by 18%?"""

import json
from collections.abc import Iterable, Sequence

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
    raise NotImplementedError("write latency_ms first")


def effect(requests: Sequence[Request], threshold_tokens: int) -> tuple[float, float]:
    """Return by which share P99 falls when longer inputs are cut to the threshold, and which share is cut."""
    raise NotImplementedError("then write effect")


def best_threshold(
    requests: Sequence[Request], candidates: Iterable[int], target: float = 0.18
) -> tuple[int, float, float] | None:
    """Return (threshold, P99 reduction, affected share) of the candidate that cuts fewest requests for the target."""
    raise NotImplementedError("then write best_threshold")


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
