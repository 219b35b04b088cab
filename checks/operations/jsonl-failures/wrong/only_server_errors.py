"""You start counting failures at 500. That's the rate of errors on the server's side; requests turned away with a 400,
a 404 or a 429 come out as successes. The task asks whether the caller got an answer: look at the bound again.
"""

import json

TYPES = {"request_id": str, "endpoint": str, "status": int, "attempt": int}


def parse(content):
    try:
        record = json.loads(content)
    except ValueError:
        return None
    if not isinstance(record, dict):
        return None
    return record if all(type(record.get(key)) is kind for key, kind in TYPES.items()) else None


def failure_rates(lines):
    deciding, malformed = {}, 0
    for line in lines:
        content = line.removeprefix("\ufeff").rstrip("\r\n")
        if not content.strip(" \t"):
            continue
        record = parse(content)
        if record is None:
            malformed += 1
            continue
        earlier = deciding.get(record["request_id"])
        if earlier is None or record["attempt"] >= earlier["attempt"]:
            deciding[record["request_id"]] = record
    endpoints = {}
    for record in deciding.values():
        counts = endpoints.setdefault(record["endpoint"], {"requests": 0, "failures": 0})
        counts["requests"] += 1
        counts["failures"] += record["status"] >= 500
    for counts in endpoints.values():
        counts["rate"] = counts["failures"] / counts["requests"]
    return {"endpoints": endpoints, "malformed": malformed}
