"""Sort the records by attempt (the sort is stable), and let a dict keep the last of each request."""

import json
import re
from itertools import groupby

LINE = re.compile("\ufeff?(.*?)(?:\r\n|\n)?", re.DOTALL)


def is_record(value):
    match value:
        case {"request_id": str(), "endpoint": str(), "status": int(status), "attempt": int(attempt)}:
            return not isinstance(status, bool) and not isinstance(attempt, bool)
    return False


def decoded(content):
    try:
        return json.loads(content)
    except json.JSONDecodeError:
        return None


def failure_rates(lines):
    contents = [LINE.fullmatch(line)[1] for line in lines]
    values = [decoded(content) for content in contents if content.strip(" \t") != ""]
    records = sorted(filter(is_record, values), key=lambda record: record["attempt"])
    deciding = {record["request_id"]: record for record in records}.values()
    by_endpoint = groupby(sorted(deciding, key=lambda record: record["endpoint"]), lambda record: record["endpoint"])
    endpoints = {}
    for name, group in by_endpoint:
        failed = [record["status"] >= 400 for record in group]
        endpoints[name] = {"requests": len(failed), "failures": sum(failed), "rate": sum(failed) / len(failed)}
    return {"endpoints": endpoints, "malformed": len(values) - len(records)}
