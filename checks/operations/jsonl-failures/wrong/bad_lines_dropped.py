"""You skip what you can't read and report `malformed` as 0, so a log of which half is unreadable looks as sound as a
clean one. A cut line often stands where something broke, and that's exactly what the report is about. Count each line
that you leave out.
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
