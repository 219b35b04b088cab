"""A judge in the runtime that readers have, outside of a browser; its reports are remembered by content."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from prepbook.remembered import write_whole

DRIVER = Path(__file__).with_name("judge_driver.mjs")
ROOT = DRIVER.parents[2]
KEPT = ROOT / ".cache" / "prepbook" / "pyodide_reports"


class PyodideJudge:
    """One Node process, started when a request isn't remembered, with one Python for all that ask for no other."""

    def __init__(self, assets: Path) -> None:
        """`assets` is the folder of a built site's hashed files."""
        self._assets = assets
        self._runtime = _fingerprint(assets)
        self._process: subprocess.Popen[bytes] | None = None

    def judge(self, request: dict[str, Any], *, fresh: bool = False) -> dict[str, Any]:
        """Return the report on a request; a `fresh` Python has judged nothing before."""
        line = _line(request, fresh=fresh)
        entry = KEPT / f"{hashlib.sha256(self._runtime + line).hexdigest()}.json"
        if entry.exists():
            known: dict[str, Any] = json.loads(entry.read_bytes())
            return known
        # What an answer does to its Python may end Node under the next one.
        answer = self._ask(line) or self._ask(_line(request, fresh=True))
        assert answer, "Node ended: what it said stands on stderr"
        assert answer["mode"] == "snapshot", answer["mode"]
        write_whole(entry, answer["report"])
        report: dict[str, Any] = answer["report"]
        return report

    def end(self) -> None:
        """End the process."""
        if self._process:
            self._process.communicate()

    def _ask(self, line: bytes) -> dict[str, Any] | None:
        self._process = self._process or self._start()
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            self._process.wait()
            self._process = None
            return None
        found: dict[str, Any] = json.loads(answer)
        return found

    def _start(self) -> subprocess.Popen[bytes]:
        node = shutil.which("node")
        assert node, "Node is needed: scripts/setup.sh says how to get it"
        line = [node, str(DRIVER), str(self._assets)]
        return subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _line(request: dict[str, Any], *, fresh: bool) -> bytes:
    return json.dumps({"fresh": fresh, "request": request}).encode()


def _fingerprint(assets: Path) -> bytes:
    """Return what names the runtime: its hashed files' names, and the programs that start it."""
    named = sorted(file.name for file in assets.iterdir() if file.name.startswith(("pyodide", "snapshot-", "stdlib-")))
    sources = [DRIVER, *sorted((ROOT / "src" / "web" / "runtime").glob("*.js"))]
    return "\0".join(named).encode() + b"".join(source.read_bytes() for source in sources)
