"""A record with `"status": true` or `"attempt": true` gets past your check: in Python, `bool` is a subclass of `int`,
so `isinstance(True, int)` holds, and `True >= 400` is simply False. The record then counts as a success that nobody
had. The task calls it malformed; look at the exact type.
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
    return record if all(isinstance(record.get(key), kind) for key, kind in TYPES.items()) else None


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
        counts["failures"] += record["status"] >= 400
    for counts in endpoints.values():
        counts["rate"] = counts["failures"] / counts["requests"]
    return {"endpoints": endpoints, "malformed": malformed}
