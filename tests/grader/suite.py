"""Runs the grader's own tests inside Pyodide; the driver calls `run` there. CPython never imports this module."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

LEFT_OUT = "test_pyodide.py"  # drives Pyodide from outside


@dataclass
class Results:
    """A pytest plugin that keeps how each test ended."""

    outcomes: dict[str, dict[str, str]] = field(default_factory=dict)
    deselected: dict[str, str] = field(default_factory=dict)  # why, by name

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Keep the call's outcome, or that of the set-up or the end when that's where it failed."""
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.nodeid] = {"outcome": report.outcome, "text": report.longreprtext}

    def pytest_collectreport(self, report: Any) -> None:
        """A file that can't be imported is a failure, not an absence."""
        if report.failed:
            self.outcomes[report.nodeid] = {"outcome": "failed", "text": report.longreprtext}

    def pytest_deselected(self, items: list[Any]) -> None:
        """Keep what isn't run here, and why."""
        for item in items:
            (reason,) = item.get_closest_marker("cpython_only").args
            self.deselected[item.nodeid] = reason


def run(folder: str) -> str:
    """Run the tests below `folder`; return {"code", "outcomes", "deselected"} as JSON."""
    results = Results()
    plain = ["-p", "no:cacheprovider", "-p", "no:terminal", "--noconftest", "--rootdir"]
    options = [*plain, folder, "-m", "not cpython_only"]
    ignored = f"--ignore={folder}/tests/grader/{LEFT_OUT}"
    code = pytest.main([*options, ignored, f"{folder}/tests/grader"], plugins=[results])
    return json.dumps({"code": int(code), "outcomes": results.outcomes, "deselected": results.deselected})
