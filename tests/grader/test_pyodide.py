"""The same grader in the runtime that readers have: Pyodide, here under Node."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import parse_wheel_filename
from packaging.version import Version
from pyodide_lock import PyodideLockSpec

from prepbook.grader_process import GraderProcess

from .helpers import EXPECTED, RIGHT, request_for

TESTS = Path(__file__).parent
ROOT = TESTS.parent.parent
pytestmark = pytest.mark.timeout(600)  # the first test waits for the book, then for two starts of Python
DRIVER = TESTS / "pyodide_driver.mjs"
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


@pytest.fixture(scope="session")
def site_lock(site: Path) -> Path:
    """Return the built book's own pyodide-lock.json."""
    (lock,) = (site / "assets" / "prepbook").glob("pyodide-lock-*.json")
    return lock


@pytest.fixture(scope="module")
def from_pyodide(site_lock: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the driver prints: one Node process, two Pyodides that install the site's wheels."""
    node = shutil.which("node")
    assert node, "Node is needed: scripts/setup.sh says how to get it"
    asked = tmp_path_factory.mktemp("pyodide") / "requests.json"
    asked.write_text(json.dumps(list(requests().values())), encoding="utf-8")
    line = [node, str(DRIVER), str(site_lock), str(asked), str(TESTS), str(TESTS / "suite.py")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


@pytest.fixture(scope="module")
def in_pyodide(from_pyodide: dict[str, Any]) -> dict[str, Any]:
    """Return each request's report."""
    return dict(zip(requests(), from_pyodide["outcomes"], strict=True))


@pytest.fixture(scope="module")
def cpython() -> Iterator[GraderProcess]:
    """Return the grader that the build asks: a process forked anew for each request."""
    grader = GraderProcess()
    yield grader
    grader.end()


@pytest.mark.parametrize("id", requests())
def test_pyodide_and_cpython_report_the_same(id: str, in_pyodide: dict[str, Any], cpython: GraderProcess) -> None:
    """Verdicts, cases, signatures and messages of our tests do not depend on the runtime."""
    asked = requests()[id]
    expected = cpython.ask(asked["command"], asked["request"], time_limit_s=60)
    outcome = in_pyodide[id]
    text = "".join(event["text"] for event in outcome["events"])
    assert text == "".join(event["text"] for event in expected.pop("events"))
    assert _without_versions(outcome["report"]) == _without_versions(expected)


def test_a_right_answer_passes_in_pyodide(in_pyodide: dict[str, Any]) -> None:
    """Agreement alone could be agreement on nothing."""
    tests = in_pyodide["judge right again"]["report"]["tests"]
    assert {test["id"]: test["outcome"] for test in tests} == dict.fromkeys(EXPECTED, "passed")


def test_the_graders_own_tests_pass_in_pyodide(from_pyodide: dict[str, Any], subtests: pytest.Subtests) -> None:
    """Real pytest, inside the runtime that readers have, on the files of this folder."""
    suite = from_pyodide["suite"]
    for name, ended in suite["outcomes"].items():
        with subtests.test(name):
            assert ended["outcome"] == "passed", ended["text"]
    assert suite["code"] == 0


def test_each_of_the_graders_tests_runs_in_pyodide_or_says_why_not(from_pyodide: dict[str, Any]) -> None:
    """None is lost on the way, and few are left out."""
    suite = from_pyodide["suite"]
    line = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:xdist", "--ignore", __file__, str(TESTS)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}  # lists as we read
    known = subprocess.run(line, capture_output=True, text=True, cwd=ROOT, env=plain, check=True).stdout
    ids = {line for line in known.splitlines() if "::" in line}
    assert set(suite["outcomes"]) | set(suite["deselected"]) == ids
    assert all(suite["deselected"].values())
    assert len(suite["outcomes"]) > 10 * len(suite["deselected"])


def test_the_sites_lock_tells_the_truth_about_its_wheels(site_lock: Path) -> None:
    """Each file lies where the lock says, has the hash that it says, and is all that its package needs."""
    lock = PyodideLockSpec.from_json(site_lock)
    assert {"prepbook-grader", "pytest"} <= set(lock.packages)
    assert lock.packages["prepbook-grader"].depends == ["pytest"]
    declared = tomllib.loads((ROOT / "src" / "prepbook_grader" / "pyproject.toml").read_text(encoding="utf-8"))
    assert lock.packages["prepbook-grader"].version == declared["project"]["version"]
    for package in lock.packages.values():
        assert set(package.depends) <= set(lock.packages)
        assert parse_wheel_filename(Path(package.file_name).name)[:2] == (package.name, Version(package.version))
        content = (site_lock.parent / package.file_name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == package.sha256, package.name


def test_the_graders_wheel_holds_the_grader_and_nothing_else(site_lock: Path) -> None:
    """The very modules of this checkout, so that what passes here is what pages run."""
    file = PyodideLockSpec.from_json(site_lock).packages["prepbook-grader"].file_name
    with zipfile.ZipFile(site_lock.parent / file) as wheel:
        packed = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    source = ROOT / "src"
    assert packed == {
        path.relative_to(source).as_posix(): path.read_bytes() for path in (source / "prepbook_grader").glob("*.py")
    }


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
