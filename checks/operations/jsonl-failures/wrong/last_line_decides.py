"""For you the last line of a request decides, whichever attempt it reports. In one host's log that would often do; in
joined logs a retry that ran on another host can stand above the attempt before it. Compare the `attempt` numbers, and
let the position decide only among equal ones.
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
        deciding[record["request_id"]] = record
    endpoints = {}
    for record in deciding.values():
        counts = endpoints.setdefault(record["endpoint"], {"requests": 0, "failures": 0})
        counts["requests"] += 1
        counts["failures"] += record["status"] >= 400
    for counts in endpoints.values():
        counts["rate"] = counts["failures"] / counts["requests"]
    return {"endpoints": endpoints, "malformed": malformed}
