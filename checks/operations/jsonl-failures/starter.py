"""How many requests failed, by endpoint, according to a log that isn't clean?"""

import json
from collections.abc import Iterable


def failure_rates(lines: Iterable[str]) -> dict:
    """Return requests, failures and failure rate by endpoint, and the number of malformed lines."""
    raise NotImplementedError("json.loads(line) is a start; which lines will it stumble over?")


if __name__ == "__main__":  # Run shows your function at work on last evening's log
    with open("gateway.jsonl", encoding="utf-8") as file:
        report = failure_rates(file)
    for name, counts in sorted(report["endpoints"].items()):
        print(f"{name:14}", json.dumps(counts))
    print("malformed lines:", report["malformed"])
