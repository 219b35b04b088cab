"""The same grader in the runtime that readers have: Pyodide, here under Node."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from prepbook.runtime.library import build_library

from .helpers import EXPECTED, RIGHT, in_fresh_process, request_for

DRIVER = Path(__file__).with_name("pyodide_driver.mjs")
PROGRAMS = {
    "an expression": "x = 1 / 3\nx",
    "an error": "def f(x):\n    return 1 / x\nf(0)",
    "a syntax error": "x = (\n",
    "an await": "import asyncio\nawait asyncio.sleep(0)\nprint('done')",
    "asyncio.run": "import asyncio\nasync def main():\n    return 3\nif __name__:\n    print(asyncio.run(main()))",
    "an exit": "import sys\nprint(1)\nsys.exit()",
    "a sleep": "import time\ntime.sleep(0.01)\nprint('slept')",
    "data": "open('d.txt').read()",
}
ASKS = "name = input('Name: ')\nprint('Hello', name)"
CHART = "class C:\n    def _repr_svg_(self): return '<svg><title>A line</title></svg>'\nC()"
MORE: dict[str, dict[str, Any]] = {
    "a missing answer": {"source": ASKS, "answers": []},
    "an answer": {"source": ASKS, "answers": ["Ada"]},
    "nobody to answer": {"source": ASKS},
    "an answer to asyncio.run": {
        "source": f"import asyncio\nasync def main():\n    {ASKS.splitlines()[0]}\nasyncio.run(main())",
        "answers": [],
    },
    "a picture": {"source": CHART},
    "a session": {"source": "x", "session": {"name": "s", "before": [{"source": "x = 3", "filename": "b.py"}]}},
}
ANSWERS = {
    "right": RIGHT,
    "without norms": "def cosine(u, v):\n    print('hi')\n    return sum(a * b for a, b in zip(u, v)) * 1.0\n",
    "raises": "def cosine(u, v):\n    return 1 / 0\n",
    "unusable": "def cosin(u, v): ...\n",
    "syntax": "def cosine(u, v)\n",
    "exits": "import os\ndef cosine(u, v):\n    os._exit(0)\n",
    "recursion": "def cosine(u, v):\n    return cosine(u, v)\n",
    "patches": "import builtins\nbuiltins.len = builtins.repr = None\ndef cosine(u, v):\n    return {'b', 'a'}\n",
    "right again": RIGHT,
}


def requests() -> dict[str, dict[str, Any]]:
    """Return what both runtimes are asked, by a readable id."""
    programs = {
        f"run {name}": {
            "command": "run",
            "request": {"source": source, "filename": "p.py", "files": {"d.txt": "ü"}},
        }
        for name, source in PROGRAMS.items()
    }
    more = {
        f"run {name}": {"command": "run", "request": {"filename": "p.py", **request}} for name, request in MORE.items()
    }
    return (
        programs
        | more
        | {f"judge {name}": {"command": "judge", "request": request_for(answer)} for name, answer in ANSWERS.items()}
    )


@pytest.fixture(scope="module")
def in_pyodide(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return each request's report from one Pyodide, which takes some seconds to start."""
    node = shutil.which("node")
    assert node, "Node is needed: scripts/setup.sh says how to get it"
    folder = tmp_path_factory.mktemp("pyodide")
    build_library(folder / "library.zip")
    (folder / "requests.json").write_text(json.dumps(list(requests().values())), encoding="utf-8")
    line = [node, str(DRIVER), str(folder / "library.zip"), str(folder / "requests.json")]
    done = subprocess.run(line, capture_output=True, timeout=120, check=True)
    answer = json.loads(done.stdout)
    print(f"import {answer['import_ms']:.0f} ms; requests {[round(each['ms']) for each in answer['outcomes']]} ms")
    return dict(zip(requests(), answer["outcomes"], strict=True))


@pytest.mark.parametrize("id", requests())
def test_pyodide_and_cpython_report_the_same(id: str, in_pyodide: dict[str, Any]) -> None:
    """Verdicts, cases, signatures and messages of our tests do not depend on the runtime."""
    asked = requests()[id]
    expected = in_fresh_process(asked["command"], asked["request"])
    outcome = in_pyodide[id]
    text = "".join(event["text"] for event in outcome["events"])
    assert text == "".join(event["text"] for event in expected.pop("events"))
    assert _without_versions(outcome["report"]) == _without_versions(expected)


def test_a_right_answer_passes_in_pyodide(in_pyodide: dict[str, Any]) -> None:
    """Agreement alone could be agreement on nothing."""
    tests = in_pyodide["judge right again"]["report"]["tests"]
    assert {test["id"]: test["outcome"] for test in tests} == dict.fromkeys(EXPECTED, "passed")


def test_the_library_has_the_same_bytes_each_time_and_no_tests(tmp_path: Path) -> None:
    """Its hash can name it."""
    build_library(tmp_path / "a.zip")
    build_library(tmp_path / "b.zip")
    first = (tmp_path / "a.zip").read_bytes()
    assert first == (tmp_path / "b.zip").read_bytes()
    assert b"__pycache__" not in first
    assert len(first) < 1_000_000


def _without_versions(report: Any) -> Any:
    # Python's wording of a message and its carets in a traceback change between versions.
    match report:
        case dict():
            return {key: _without_versions(value) for key, value in report.items() if key not in WORDED}
        case list():
            return [_without_versions(each) for each in report]
        case _:
            return report


WORDED = ("traceback",)
