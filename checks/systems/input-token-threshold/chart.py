"""What each threshold brings and what it costs: the fall of P99, and the requests that are cut."""

import json


def curves(answer) -> dict[str, list[tuple[float, float]]]:
    """Return (threshold in thousands of tokens, percent) of both figures, over the hour."""
    with open("requests.json", encoding="utf-8") as file:
        requests = [tuple(row) for row in json.load(file)["requests"]]
    effects = {thousands: answer.effect(requests, 1_000 * thousands) for thousands in range(2, 29, 2)}
    return {
        "P99 falls by": [(thousands, 100 * reduction) for thousands, (reduction, _) in effects.items()],
        "requests cut": [(thousands, 100 * share) for thousands, (_, share) in effects.items()],
    }
