"""Latency against load: the log dealt to fewer and fewer servers, one request at a time and in batches."""

import json


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (requests per second and GPU, P95 in ms) of both policies, from many GPUs to few."""
    with open("arrivals.json", encoding="utf-8") as file:
        arrivals_ms = json.load(file)["arrivals_ms"]
    return {
        "one at a time": [point(answer, arrivals_ms, replicas, 1) for replicas in range(14, 5, -1)],
        "batches of up to 32": [point(answer, arrivals_ms, replicas, 32) for replicas in (8, 6, 4, 3, 2, 1)],
    }


def point(answer, arrivals_ms: list[float], replicas: int, max_batch: int) -> tuple[float, float]:
    """Return throughput per GPU, and P95, of so many replicas that start as soon as they can."""
    done = list(arrivals_ms)
    for turn in range(replicas):
        done[turn::replicas] = answer.completions_ms(arrivals_ms[turn::replicas], 0, max_batch)
    figures = answer.measure(arrivals_ms, done)
    return figures["throughput_per_s"] / replicas, figures["p95_ms"]
