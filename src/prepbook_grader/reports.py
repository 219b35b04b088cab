"""The JSON that goes into the grader and comes out of it, the same in CPython and in Pyodide."""

from collections.abc import Callable
from typing import Literal, NotRequired, TypedDict

# What is written to the working folder before anything runs: text, or bytes as {"base64": "..."}.
FileContent = str | dict[Literal["base64"], str]
Files = dict[str, FileContent]

# {test id: "outcome|value"} of the tests that did not pass.
Signature = dict[str, str]


class Event(TypedDict):
    """A piece of what the program wrote, sent while it runs.

    "stdin" repeats an answer where the program read it. "ask" comes once, last, when an answer is missing; its text is
    the prompt. Whoever gets it may end the interpreter: nothing of this run is worth waiting for.
    """

    stream: Literal["stdout", "stderr", "stdin", "ask"]
    text: str


Emit = Callable[[Event], object]


class Error(TypedDict):
    """An exception as its author should see it: only frames of the author's own files."""

    type: str
    message: str
    line: int | None
    traceback: str
    explained: str  # in plain words; "" where the message says enough


class Program(TypedDict):
    """A program; `files` are in its working folder.

    `answers` are the lines that input() reads, None the end of input; without the key nobody can answer. With the
    same `seed` the module random gives the same numbers, so that a program can be run again with one more answer.
    """

    source: str
    filename: str
    files: NotRequired[Files]
    answers: NotRequired[list[str | None]]
    seed: NotRequired[int]


class Session(TypedDict):
    """Programs that share their variables and their folder, by name, for as long as the interpreter lives.

    Where this interpreter doesn't know the session yet, `before` is run first; its output and errors are dropped.
    """

    name: str
    before: NotRequired[list[Program]]


class RunRequest(Program):
    """A program to execute: alone, or in a session. `words` are what to say in place of the grader's English."""

    session: NotRequired[Session]
    words: NotRequired[dict[str, str]]


class Rich(TypedDict):
    """A value that shows itself: a picture, or HTML that must be kept apart from the page. `alt` says it in words."""

    kind: Literal["svg", "html"]
    data: str
    alt: str


class RunReport(TypedDict):
    """How a program ended. `events` is only there when the command line asked: elsewhere they are emitted.

    "input": it asked for an answer that the request lacks. `result` is the repr of a final expression's value;
    `rich`, where there is one, is to be shown in its place.
    """

    outcome: Literal["ok", "error", "input", "broken"]
    error: Error | None
    result: str | None
    rich: Rich | None
    events: NotRequired[list[Event]]


class JudgeRequest(TypedDict):
    """An answer and what judges it. Without `expected`, the ids that were collected are taken as complete.

    `seed` is what tests get that ask for the fixture of this name (default 1): another one, another variant. Tests in
    `visible` show what they try even if they pass. `words` are as in a RunRequest.
    """

    answer: str
    tests: dict[str, str]
    files: NotRequired[Files]
    expected: NotRequired[list[str]]
    signatures: NotRequired[dict[str, Signature]]
    seed: NotRequired[int]
    visible: NotRequired[list[str]]
    words: NotRequired[dict[str, str]]


class Case(TypedDict):
    """What a test tried: each parameter's repr, what should have come, what came ("" if it was that)."""

    input: dict[str, str]
    expected: str
    got: str


Outcome = Literal["passed", "failed", "error"]


class TestReport(TypedDict):
    """One test's verdict. `error` is set when an exception came out of the answer; `drawn`: it used the seed."""

    id: str
    title: str
    outcome: Outcome
    message: str
    error: Error | None
    case: Case | None
    output: str
    drawn: bool


class JudgeReport(TypedDict):
    """A verdict. `unusable`: the answer cannot be imported; `broken`: the grader failed, never the reader."""

    outcome: Literal["judged", "unusable", "broken"]
    error: Error | None
    tests: list[TestReport]
    signature: Signature
    recognised: str | None
    events: NotRequired[list[Event]]
