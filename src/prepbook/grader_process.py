"""A grader in a process of its own: asked over pipes, ended and replaced when an answer doesn't come back."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import prepbook_grader

ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
OWN_SOURCES = Path(prepbook_grader.__file__).parents[1]  # the grader that this process has imported


class GraderProcess:
    """One `python -m prepbook_grader serve`, started at the first request. Not shared between threads."""

    def __init__(self, packages: Path | None = None) -> None:
        """`packages` is a folder that programs may import from."""
        self._packages = packages
        self._process: subprocess.Popen[bytes] | None = None
        self._reports: SimpleQueue[bytes] = SimpleQueue()

    def ask(self, command: str, request: dict[str, Any], time_limit_s: float) -> dict[str, Any]:
        """Return the report on a request, or {"crash": ...}. Raises TimeoutError past the limit."""
        process = self._process or self._start()
        line = json.dumps({"command": command, "request": request}).encode() + b"\n"
        assert process.stdin is not None
        process.stdin.write(line)
        process.stdin.flush()
        try:
            answer = self._reports.get(timeout=time_limit_s)
        except Empty:
            self.end()
            raise TimeoutError from None
        if not answer:
            self.end()
            return {"crash": "the grader ended"}
        report: dict[str, Any] = json.loads(answer)
        return report

    def end(self) -> None:
        """End the process with whatever it started; the next request starts another."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PYTHON"))}
        paths = [path for path in (OWN_SOURCES, self._packages) if path]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "prepbook_grader", "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(map(str, paths))},
            start_new_session=True,  # so that an answer's own processes end with it
        )
        self._reports = SimpleQueue()
        Thread(target=_read, args=(self._process, self._reports), daemon=True).start()
        return self._process


def _read(process: subprocess.Popen[bytes], reports: SimpleQueue[bytes]) -> None:
    """Pass on each report; an empty one says that the process has ended."""
    assert process.stdout is not None
    try:
        for line in iter(process.stdout.readline, b""):
            reports.put(line)
    except ValueError:
        pass  # closed by `end` while we waited
    reports.put(b"")
