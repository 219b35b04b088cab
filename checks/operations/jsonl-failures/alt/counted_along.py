"""Count along and take back: when a better record of a request turns up, what the last one had added is undone."""

import json
from dataclasses import dataclass


class MalformedError(Exception):
    """A line that is no record."""


@dataclass(frozen=True)
class Attempt:
    request_id: str
    endpoint: str
    status: int
    number: int

    def __post_init__(self):
        texts, numbers = (self.request_id, self.endpoint), (self.status, self.number)
        if {type(text) for text in texts} != {str} or {type(number) for number in numbers} != {int}:
            raise MalformedError

    @classmethod
    def read(cls, text):
        try:
            record = json.loads(text)
            return cls(record["request_id"], record["endpoint"], record["status"], record["attempt"])
        except (ValueError, KeyError, TypeError) as error:
            raise MalformedError from error


def failure_rates(lines):
    known, table, malformed = {}, {}, 0

    def add(attempt, sign):
        requests, failures = table.get(attempt.endpoint, (0, 0))
        failed = 1 if attempt.status > 399 else 0
        table[attempt.endpoint] = (requests + sign, failures + sign * failed)

    for line in lines:
        text = line[1:] if line.startswith("\ufeff") else line
        if set(text) <= set(" \t\r\n"):
            continue
        try:
            attempt = Attempt.read(text)
        except MalformedError:
            malformed += 1
            continue
        before = known.get(attempt.request_id)
        if before is not None:
            if attempt.number < before.number:
                continue
            add(before, -1)
        add(attempt, +1)
        known[attempt.request_id] = attempt
    endpoints = {
        name: dict(requests=requests, failures=failures, rate=1 - (requests - failures) / requests)
        for name, (requests, failures) in table.items()
        if requests
    }
    return dict(endpoints=endpoints, malformed=malformed)
