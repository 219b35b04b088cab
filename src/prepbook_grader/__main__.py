"""`python -m prepbook_grader run|judge < request.json > report.json`: one request, one report, then the end.

`python -m prepbook_grader serve` answers many, one a line; see serve.py.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from prepbook_grader import Event, judge, run_sync
from prepbook_grader.serve import serve

# Bound before any program can replace them.
_dumps, _end = json.dumps, os._exit
COMMANDS: dict[str, Callable[[Any, Callable[[Event], object]], Any]] = {"run": run_sync, "judge": judge}


def main(arguments: list[str]) -> int:
    """Write the report of a request; return the exit code, 2 for a command that is not known.

    Whatever is written to file descriptor 1 meanwhile goes to stderr, so that the report stays whole.
    """
    target = os.dup(1)
    os.dup2(2, 1)
    if arguments == ["serve"]:
        serve(_answer, sys.stdin.buffer, open(target, "wb"))  # noqa: SIM115 (open until the process ends)
        return 0
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        sys.stderr.write(f"prepbook_grader: command: expected run or judge, found {arguments}\n")
        return 2
    report = _answer(arguments[0], json.loads(sys.stdin.buffer.read()))
    with open(target, "w", encoding="utf-8") as stream:
        stream.write(_dumps(report) + "\n")
    return 0


def _answer(command: str, request: dict[str, Any]) -> dict[str, Any]:
    events: list[Event] = []
    report: dict[str, Any] = COMMANDS[command](request, lambda event: _keep(event, events))
    report["events"] = events
    return report


def _keep(event: Event, events: list[Event]) -> None:
    if events and events[-1]["stream"] == event["stream"]:
        events[-1]["text"] += event["text"]
    else:
        events.append(event)


if __name__ == "__main__":
    # Threads that a program left behind would keep the process alive.
    _end(main(sys.argv[1:]))
