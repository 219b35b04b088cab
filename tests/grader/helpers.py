"""Short ways to ask the grader, in this process and in a fresh one."""

import json
import subprocess
import sys
import textwrap
from typing import Any

import pytest

from prepbook_grader import Event, JudgeReport, RunReport, judge, run_sync

TESTS = """
import pytest
from answer import cosine

@pytest.mark.parametrize(
    ("u", "v", "expected"), [([1, 0], [0, 1], 0.0), ([1, 0], [2, 0], 1.0)], ids=["orthogonal", "parallel"]
)
def test_examples(u, v, expected):
    '''Examples give the cosine of the angle.'''
    assert cosine(u, v) == pytest.approx(expected)

def test_zero_vector():
    '''A zero vector has no angle.

    More that a reader does not see.
    '''
    with pytest.raises(ValueError):
        cosine([0, 0], [1, 0])
"""
EXPECTED = ["test_examples[orthogonal]", "test_examples[parallel]", "test_zero_vector"]
RIGHT = """
import math

def cosine(u, v):
    if not any(u) or not any(v):
        raise ValueError("a zero vector has no angle")
    return math.sumprod(u, v) / math.hypot(*u) / math.hypot(*v)
"""


forks = pytest.mark.cpython_only("starts a process, which Pyodide can't")
blocks = pytest.mark.cpython_only("run_sync waits inside Python; a page awaits `run`, as test_pyodide's requests do")


def run_program(source: str, **request: Any) -> tuple[RunReport, list[Event]]:
    """Return the report and the events of a program named program.py."""
    events: list[Event] = []
    asked: Any = {"source": textwrap.dedent(source), "filename": "program.py", **request}
    report = run_sync(asked, events.append)
    return report, events


def request_for(answer: str, tests: str = TESTS, **more: Any) -> dict[str, Any]:
    """Return a request that judges `answer`, by default as a cosine."""
    expected = {"expected": EXPECTED} if tests is TESTS else {}
    return {"answer": textwrap.dedent(answer), "tests": {"test_it.py": textwrap.dedent(tests)}, **expected, **more}


def judge_answer(answer: str, tests: str = TESTS, **more: Any) -> JudgeReport:
    """Return the verdict on `answer`."""
    request: Any = request_for(answer, tests, **more)
    return judge(request, lambda event: None)


def outcomes(report: Any) -> dict[str, str]:
    """Return {test id: outcome}."""
    return {test["id"]: test["outcome"] for test in report["tests"]}


def in_fresh_process(command: str, request: object, python: str = sys.executable, **options: Any) -> dict[str, Any]:
    """Return the report of `python -m prepbook_grader COMMAND`."""
    line = [python, "-m", "prepbook_grader", command]
    done = subprocess.run(line, input=json.dumps(request).encode(), capture_output=True, check=True, **options)
    report: dict[str, Any] = json.loads(done.stdout)
    return report
