"""Write gateway.jsonl, an invented night of an LLM gateway's log, and print what was put into it.

Three hosts each wrote a file; the files were joined one after the other. A retry may run on another host, so a later
attempt can stand above an earlier one. gw-2 writes a BOM and CRLF. Some lines never made it in one piece. The counts
printed at the end are kept while the night is made up, not read back from the file, so they check the answer too.
"""

import json
from pathlib import Path
from random import Random

HOSTS = ("gw-1", "gw-2", "gw-3")
ENDPOINTS = {  # share of requests; first-attempt errors and their status; chance that a retry fails too; most attempts
    "/v1/chat": (0.45, 0.14, (500, 503), 0.55, 3),
    "/v1/embed": (0.30, 0.42, (429,), 0.30, 4),
    "/v1/rerank": (0.20, 0.16, (500, 400), 1.00, 1),
    "/v1/classify": (0.05, 0.20, (503,), 0.40, 2),
}
BROKEN = {  # host: lines that are no record, each put after so many of the host's lines
    "gw-1": [
        (31, '{"ts": "01:12:40", "host": "gw-1", "request_id": "r0101", "endpoint": "/v1/chat", "att'),
        (31, "worker 4 killed: out of memory"),
        (32, "worker 4 started"),
        (
            77,
            '{"ts": "02:58:03", "request_id": "r0180", "endpoint": "/v1/embed", "attempt": 1, "status": "429"}',
        ),
    ],
    "gw-2": [
        (12, '{"ts": "00:31:17", "request_id": "r0412", "endpoint": "/v1/chat", "attempt": 1, "status": null}'),
        (58, '["heartbeat", "gw-2"]'),
        (90, "{'request_id': 'r0413', 'endpoint': '/v1/chat', 'attempt': 1, 'status': 200}"),
    ],
    "gw-3": [
        (20, '{"ts": "00:55:26", "request_id": "r0414", "endpoint": "/v1/chat", "attempt": 1, "status": true}'),
        (64, '{"ts": "02:31:09", "request_id": 415, "endpoint": "/v1/rerank", "attempt": 1, "status": 200}'),
        (65, '{"ts": "02:31:10", "host": "gw-3", "request_id": "r0416", "endpoint": "/v1/chat", "attempt": 1, "sta'),
    ],
}


def make_night(rng: Random, requests: int) -> tuple[list[dict], dict[str, list[int]]]:
    """Return the attempts in order of time, and {endpoint: [requests, failures]} as they were decided."""
    attempts, truth = [], {}
    for number in range(requests):
        second = rng.randrange(6 * 3600)
        endpoint = rng.choices(list(ENDPOINTS), [row[0] for row in ENDPOINTS.values()])[0]
        _, first_error, statuses, next_error, most = ENDPOINTS[endpoint]
        for attempt in range(1, most + 1):
            failed = rng.random() < (first_error if attempt == 1 else next_error)
            if endpoint == "/v1/chat" and attempt == 3:
                endpoint = "/v1/chat-lite"  # the gateway's fallback for a last attempt
            status = rng.choice(statuses) if failed else 200
            record = {"second": second, "request_id": f"r{number:04}", "endpoint": endpoint}
            attempts.append(record | {"attempt": attempt, "status": status, "ms": rng.randrange(40, 2600)})
            second += rng.randrange(1, 20)
            if not failed:
                break
        counts = truth.setdefault(endpoint, [0, 0])
        counts[0] += 1
        counts[1] += failed
    return sorted(attempts, key=lambda record: record["second"]), truth


def written(host: str, attempts: list[dict]) -> list[str]:
    """Return one host's lines: its records with the broken lines among them."""
    lines = []
    for record in attempts:
        second = record["second"]
        stamp = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        rest = {key: value for key, value in record.items() if key != "second"}
        lines.append(json.dumps({"ts": stamp, "host": host} | rest))
    for place, line in reversed(BROKEN[host]):
        lines.insert(place, line)
    return lines


def main() -> None:
    """Write the file and print the counts behind it."""
    rng = Random(35)
    attempts, truth = make_night(rng, 300)
    of_host = {host: [] for host in HOSTS}
    for record in attempts:
        of_host[rng.choice(HOSTS)].append(record)
    again = next(record for record in of_host["gw-3"] if record["endpoint"] == "/v1/embed" and record["status"] == 200)
    of_host["gw-1"].append(again | {"status": 504})  # gw-1 gave up waiting for an attempt that gw-3 then finished
    one, two, three = (written(host, of_host[host]) for host in HOSTS)
    text = "\n".join(one) + "\n\n"
    text += "\ufeff" + "\r\n".join(two) + "\r\n \t\r\n"
    text += "\n".join(three)  # cut off after the last record: no line ending
    Path(__file__).with_name("gateway.jsonl").write_bytes(text.encode())
    for endpoint, (requests, failures) in sorted(truth.items()):
        print(f"{endpoint}: {requests} requests, {failures} failures")
    print(f"attempts: {len(attempts) + 1}, malformed lines: {sum(map(len, BROKEN.values()))}")


if __name__ == "__main__":
    main()
