"""`python -m prepbook_grader run|judge < request.json > report.json`: one request, one report, then the end."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from prepbook_grader import Event, judge, run_sync

# Bound before any program can replace them.
_dumps, _end = json.dumps, os._exit
COMMANDS: dict[str, Callable[[Any, Callable[[Event], object]], Any]] = {"run": run_sync, "judge": judge}


def main(arguments: list[str]) -> int:
    """Write the report of a request; return the exit code, 2 for a command that is not known.

    Whatever is written to file descriptor 1 meanwhile goes to stderr, so that the report stays whole.
    """
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        sys.stderr.write(f"prepbook_grader: command: expected run or judge, found {arguments}\n")
        return 2
    request = json.loads(sys.stdin.buffer.read())
    target = os.dup(1)
    os.dup2(2, 1)
    events: list[Event] = []
    report = COMMANDS[arguments[0]](request, lambda event: _keep(event, events))
    report["events"] = events
    with open(target, "w", encoding="utf-8") as stream:
        stream.write(_dumps(report) + "\n")
    return 0


def _keep(event: Event, events: list[Event]) -> None:
    if events and events[-1]["stream"] == event["stream"]:
        events[-1]["text"] += event["text"]
    else:
        events.append(event)


if __name__ == "__main__":
    # Threads that a program left behind would keep the process alive.
    _end(main(sys.argv[1:]))
