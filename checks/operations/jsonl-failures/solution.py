"""How many requests failed, by endpoint, according to a log that isn't clean?"""

import json
from collections import Counter
from collections.abc import Iterable

TYPES = {"request_id": str, "endpoint": str, "status": int, "attempt": int}


def failure_rates(lines: Iterable[str]) -> dict:
    """Return requests, failures and failure rate by endpoint, and the number of malformed lines."""
    last: dict[str, dict] = {}  # by request id, the record of the highest attempt seen so far
    malformed = 0
    for line in lines:
        content = line.removeprefix("\ufeff").removesuffix("\n").removesuffix("\r")
        if not content.strip(" \t"):
            continue
        record = parse(content)
        if record is None:
            malformed += 1
        elif record["attempt"] >= last.get(record["request_id"], record)["attempt"]:
            last[record["request_id"]] = record
    return {"endpoints": count(last.values()), "malformed": malformed}


def parse(content: str) -> dict | None:
    """Return the record that a line holds, or None if it's malformed."""
    try:
        record = json.loads(content)
    except ValueError:
        return None
    if not isinstance(record, dict):
        return None
    # `type(...) is`, since isinstance(True, int) holds.
    return record if all(type(record.get(key)) is kind for key, kind in TYPES.items()) else None


def count(records: Iterable[dict]) -> dict:
    """Return the counts of each endpoint, given one deciding record per request."""
    requests: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for record in records:
        requests[record["endpoint"]] += 1
        failures[record["endpoint"]] += record["status"] >= 400
    return {
        name: {"requests": total, "failures": failures[name], "rate": failures[name] / total}
        for name, total in requests.items()
    }


if __name__ == "__main__":  # Run shows your function at work on last evening's log
    with open("gateway.jsonl", encoding="utf-8") as file:
        report = failure_rates(file)
    for name, counts in sorted(report["endpoints"].items()):
        print(f"{name:14}", json.dumps(counts))
    print("malformed lines:", report["malformed"])
