"""`null`, `[]` or `17` alone on a line is good JSON, so `json.loads` doesn't complain; then you look for a key in it,
and a list or a None has none. Ask what came back before you use it: a line is a record only if it's an object, in
Python a dict.
"""

import json

TYPES = {"request_id": str, "endpoint": str, "status": int, "attempt": int}


def parse(content):
    try:
        record = json.loads(content)
    except ValueError:
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
        counts["failures"] += record["status"] >= 400
    for counts in endpoints.values():
        counts["rate"] = counts["failures"] / counts["requests"]
    return {"endpoints": endpoints, "malformed": malformed}
