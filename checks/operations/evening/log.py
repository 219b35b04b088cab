"""The gateway's log: three hosts' files joined, and not all of it in one piece."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .story import HOSTS, Request, stamp

BROKEN = {  # host: lines that are no record, each put after so many of the host's lines
    "gw-1": [
        (40, '{"ts": "2026-11-19T18:31:40.108Z", "host": "gw-1", "request_id": "req_0d1e88", "endpoint": "/v1/ch'),
        (40, "worker 4 killed: out of memory"),
        (41, "worker 4 started"),
        (88, '{"request_id": "req_77ab03", "endpoint": "/v1/embed", "attempt": 1, "status": "429"}'),
    ],
    "gw-2": [
        (24, '{"request_id": "req_5510cd", "endpoint": "/v1/chat", "attempt": 1, "status": null}'),
        (70, '["heartbeat", "gw-2"]'),
        (110, "{'request_id': 'req_9e04b1', 'endpoint': '/v1/chat', 'attempt': 1, 'status': 200}"),
    ],
    "gw-3": [
        (20, '{"request_id": "req_12c4f9", "endpoint": "/v1/chat", "attempt": 1, "status": true}'),
        (71, '{"request_id": 415, "endpoint": "/v1/rerank", "attempt": 1, "status": 200}'),
        (
            72,
            '{"ts": "2026-11-19T19:31:10.552Z", "host": "gw-3", "request_id": "req_3fa600", "endpoint": "/v1/chat", "s',
        ),
    ],
}


def log(requests: Iterable[Request]) -> str:
    """Return the three hosts' files joined: a BOM and CRLF from gw-2, broken lines, no line ending at the end."""
    rows = [row for request in requests for row in rows_of(request)]
    passed_on = (row for row in rows if (row["host"], row["endpoint"], row["status"]) == ("gw-3", "/v1/embed", 200))
    rows.append(gave_up(next(passed_on)))
    one, two, three = (written(host, [row for row in rows if row["host"] == host]) for host in HOSTS)
    return "\n".join(one) + "\n\n\ufeff" + "\r\n".join(two) + "\r\n \t\r\n" + "\n".join(three)


def rows_of(request: Request) -> Iterator[dict[str, Any]]:
    for number, attempt in enumerate(request.attempts, start=1):
        row: dict[str, Any] = {
            "ts": stamp(attempt.at),
            "host": attempt.host,
            "request_id": request.id,
            "customer": request.customer,
        }
        row |= {"sdk": request.sdk, "endpoint": attempt.endpoint, "attempt": number, "status": attempt.status}
        yield row | {"ms": attempt.ms} | ({"error": attempt.error} if attempt.error else {})


def gave_up(row: dict[str, Any]) -> dict[str, Any]:
    """Return gw-1's record of an attempt that it passed on, stopped waiting for, and gw-3 then finished."""
    return row | {"host": "gw-1", "status": 504, "error": "gave up waiting for gw-3"}


def written(host: str, rows: list[dict[str, Any]]) -> list[str]:
    lines = [json.dumps(row) for row in sorted(rows, key=lambda row: str(row["ts"]))]
    for place, line in reversed(BROKEN[host]):
        lines.insert(place, line)
    return lines
