"""You count each record, so a request that was tried three times is three requests, and two failures even if the third
attempt got through. Endpoints with many retries look far worse than what their callers saw. A request is one distinct
`request_id`: decide first which of its records speaks for it, then count.
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
        deciding[len(deciding)] = record
    endpoints = {}
    for record in deciding.values():
        counts = endpoints.setdefault(record["endpoint"], {"requests": 0, "failures": 0})
        counts["requests"] += 1
        counts["failures"] += record["status"] >= 400
    for counts in endpoints.values():
        counts["rate"] = counts["failures"] / counts["requests"]
    return {"endpoints": endpoints, "malformed": malformed}
