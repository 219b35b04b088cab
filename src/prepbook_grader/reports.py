"""The JSON that goes into the grader and comes out of it, the same in CPython and in Pyodide."""

from collections.abc import Callable
from typing import Literal, NotRequired, TypedDict

# What is written to the working folder before anything runs: text, or bytes as {"base64": "..."}.
FileContent = str | dict[Literal["base64"], str]
Files = dict[str, FileContent]

# {test id: "outcome|value"} of the tests that did not pass.
Signature = dict[str, str]


class Event(TypedDict):
    """A piece of what the program wrote, sent while it runs."""

    stream: Literal["stdout", "stderr"]
    text: str


Emit = Callable[[Event], object]


class Error(TypedDict):
    """An exception as its author should see it: only frames of the author's own files."""

    type: str
    message: str
    line: int | None
    traceback: str


class RunRequest(TypedDict):
    """A program to execute; `files` are in its working folder."""

    source: str
    filename: str
    files: NotRequired[Files]


class RunReport(TypedDict):
    """How a program ended. `events` is only there when the command line asked: elsewhere they are emitted."""

    outcome: Literal["ok", "error", "broken"]
    error: Error | None
    result: str | None
    events: NotRequired[list[Event]]


class JudgeRequest(TypedDict):
    """An answer and what judges it. Without `expected`, the ids that were collected are taken as complete."""

    answer: str
    tests: dict[str, str]
    files: NotRequired[Files]
    expected: NotRequired[list[str]]
    signatures: NotRequired[dict[str, Signature]]


class Case(TypedDict):
    """What a failing test tried: each parameter's repr, what should have come, what came."""

    input: dict[str, str]
    expected: str
    got: str


Outcome = Literal["passed", "failed", "error"]


class TestReport(TypedDict):
    """One test's verdict. `error` is set when an exception came out of the answer."""

    id: str
    title: str
    outcome: Outcome
    message: str
    error: Error | None
    case: Case | None
    output: str


class JudgeReport(TypedDict):
    """A verdict. `unusable`: the answer cannot be imported; `broken`: the grader failed, never the reader."""

    outcome: Literal["judged", "unusable", "broken"]
    error: Error | None
    tests: list[TestReport]
    signature: Signature
    recognised: str | None
    events: NotRequired[list[Event]]
