"""Runs snippets and answers in CPython, each in a fresh process, and remembers the reports by content."""

import hashlib
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Literal, Self

import prepbook_grader
from prepbook.grader_process import GraderProcess
from prepbook.remembered import write_whole

Request = dict[str, Any]
Command = Literal["run", "judge"]


class Executor:
    """Sends requests to the grader and keeps its reports in `cache_folder`.

    A report depends on nothing but the request, the grader, the packages and the Python version: together they name it.
    """

    def __init__(self, cache_folder: Path, time_limit_s: float = 30, packages: Path | None = None) -> None:
        """`time_limit_s` bounds one request; a program past it is ended and reported as a timeout.

        `packages` is a folder that programs may import from, named by what is in it.
        """
        self.cache_folder = cache_folder
        self.packages = packages
        self.time_limit_s = time_limit_s
        self._idle: SimpleQueue[GraderProcess] = SimpleQueue()
        for _ in range(os.cpu_count() or 1):
            self._idle.put(GraderProcess(packages))

    def __enter__(self) -> Self:
        """Keep graders at hand until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the graders; a later request would start them anew."""
        for _grader in range(self._idle.qsize()):
            grader = self._idle.get()
            grader.end()
            self._idle.put(grader)

    def run(self, requests: list[Request]) -> list[dict[str, Any]]:
        """Execute programs; one report each, in order."""
        return self._each("run", requests)

    def judge(self, requests: list[Request]) -> list[dict[str, Any]]:
        """Judge answers; one report each, in order."""
        return self._each("judge", requests)

    def _each(self, command: Command, requests: list[Request]) -> list[dict[str, Any]]:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda request: self._remembered(command, request), requests))

    def _remembered(self, command: Command, request: Request) -> dict[str, Any]:
        text = json.dumps(request, sort_keys=True)
        version = f"{grader_version()}\0{self.packages.name}" if self.packages else grader_version()
        key = hashlib.sha256(f"{command}\0{version}\0{text}".encode()).hexdigest()
        entry = self.cache_folder / f"{key}.json"
        try:
            known: dict[str, Any] = json.loads(entry.read_text(encoding="utf-8"))
            return known
        except (OSError, ValueError):
            report = self._fresh(command, request)
        write_whole(entry, report)
        return report

    def _fresh(self, command: Command, request: Request) -> dict[str, Any]:
        grader = self._idle.get()
        try:
            report = grader.ask(command, request, self.time_limit_s)
        except TimeoutError:
            return _no_report("Timeout", f"still running after {self.time_limit_s:g} s")
        finally:
            self._idle.put(grader)
        crash = report.get("crash")
        return _no_report("Crash", f"ended without a report ({crash})") if crash else report


def _no_report(type: str, message: str) -> dict[str, Any]:
    error = {"type": type, "message": message, "line": None, "traceback": "", "explained": ""}
    return {
        "outcome": "error",
        "error": error,
        "result": None,
        "rich": None,
        "events": [],
        "tests": [],
        "signature": {"*": type},
        "recognised": None,
    }


@cache
def grader_version() -> str:
    """Return a hash of the grader's own sources and of the Python that runs it."""
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(Path(prepbook_grader.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
