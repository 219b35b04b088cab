"""A JSONL log of two weeks: the failure rate doubles. Which endpoint got worse? (invented)"""

import json
from collections import Counter

WEEKS = {  # week: {endpoint: (requests, failures)}
    "before": {"/embed": (800, 8), "/chat": (200, 20)},
    "after": {"/embed": (300, 2), "/chat": (700, 63)},
}
log = [
    json.dumps({"week": week, "endpoint": endpoint, "status": 500 if number < failures else 200})
    for week, endpoints in WEEKS.items()
    for endpoint, (requests, failures) in endpoints.items()
    for number in range(requests)
] + ['{"week": "after", "endpoint": "/cha']

total, failed, unreadable = Counter(), Counter(), 0
for line in log:
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        unreadable += 1
        continue
    for endpoint in ("all", record["endpoint"]):
        total[record["week"], endpoint] += 1
        failed[record["week"], endpoint] += record["status"] >= 500

for week, endpoint in sorted(total, key=lambda key: key[1]):
    bad, n = failed[week, endpoint], total[week, endpoint]
    print(f"{endpoint:7} {week:7} {bad:3} of {n:4} = {bad / n:6.2%}")
print("unreadable lines:", unreadable)
