"""Five log lines, three known requests: what is the failure rate?"""

import json

LOG = """\
{"request_id": "a1", "attempt": 1, "status": 200}
{"request_id": "b2", "attempt": 1, "status": 503}
{"request_id": "b2", "attempt": 2, "status": 200}
{"request_id": "c3", "attempt": 1, "status": 429}
{"request_id": "d4", "attempt": 1, "sta
"""

attempts, requests, unreadable = [], {}, 0
for line in LOG.splitlines():
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        unreadable += 1
        continue
    failed = record["status"] >= 400
    attempts.append(failed)
    requests[record["request_id"]] = failed  # a retry overrules what it mends

for name, outcomes in {"attempt": attempts, "request": requests.values()}.items():
    rate = sum(outcomes) / len(outcomes)
    print(f"per {name}: {sum(outcomes)} of {len(outcomes)} failed = {rate:.0%}")
print(f"unreadable:  {unreadable} line, outcome unknown")
