"""The grader: runs a program, judges an answer with real pytest, names the mistake.

The same code works in CPython (build, CI: `python -m prepbook_grader`) and in Pyodide (a reader's page, by `run_json`
and `judge_json`). It imports the standard library and pytest only. `reports` holds the exact types of all JSON.

What it does not promise: an answer shares the interpreter with its judge, so one that sets out to forge a verdict
can (an `__eq__` that always agrees, a replaced module, the frames of the test). Use a fresh interpreter for each
answer, and let tests compare types where agreeing objects matter. It is practice, not certification.
"""

import json
from collections.abc import Awaitable, Callable

from prepbook_grader.judge import judge, warm_up
from prepbook_grader.program import run, run_sync, start
from prepbook_grader.rehearsal import PROGRAM as REHEARSAL
from prepbook_grader.reports import (
    Case,
    Emit,
    Error,
    Event,
    JudgeReport,
    JudgeRequest,
    Program,
    Rich,
    RunReport,
    RunRequest,
    Session,
    Signature,
    TestReport,
)
from prepbook_grader.signature import recognise
from prepbook_grader.values import canonical

__all__ = [
    "REHEARSAL",
    "Case",
    "Emit",
    "Error",
    "Event",
    "JudgeReport",
    "JudgeRequest",
    "Program",
    "Rich",
    "RunReport",
    "RunRequest",
    "Session",
    "Signature",
    "TestReport",
    "canonical",
    "judge",
    "judge_json",
    "recognise",
    "run",
    "run_json",
    "run_sync",
    "start",
    "warm_up",
]

# Bound here, before any answer can put something else in their place.
_loads, _dumps = json.loads, json.dumps


def run_json(request: str, emit: Callable[[str], object]) -> str | Awaitable[str]:
    """Do what `start` does, with JSON text for the request, each event and the report."""
    report = start(_loads(request), lambda event: emit(_dumps(event)))
    return _awaited(report) if isinstance(report, Awaitable) else _dumps(report)


async def _awaited(report: Awaitable[RunReport]) -> str:
    return _dumps(await report)


def judge_json(request: str, emit: Callable[[str], object]) -> str:
    """Do what `judge` does, with JSON text for the request, each event and the report."""
    return _dumps(judge(_loads(request), lambda event: emit(_dumps(event))))
