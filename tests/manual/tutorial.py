"""Does what the tutorial says, in a folder: writes its files, changes them, and runs its commands."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from prepbook.load.pages import FENCE
from tests.hosts import heed_interrupts

HOME = "/home/you"  # where the tutorial's reader is
LEFT_OUT = "…"  # in a line any text, alone any lines
PATIENCE_S = 200
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True)
class Step:
    """A fenced block: where it stands, what it is, the file it is about, and its lines."""

    line: int
    language: str
    file: str  # empty unless the block is one
    lines: tuple[str, ...]


def steps(markdown: str) -> Iterator[Step]:
    """Yield the tutorial's blocks in their order, but those that a reader does by hand."""
    opened: tuple[int, str, str] | None = None
    lines: list[str] = []
    for number, line in enumerate(markdown.splitlines(), start=1):
        match = FENCE.match(line)
        if opened is None and match:
            opened, lines = (number, match["ticks"], match["info"]), []
        elif opened and match and match["ticks"] == opened[1] and not match["info"]:
            if ".by-hand" not in opened[2]:
                title = _TITLE.search(opened[2])
                yield Step(opened[0], opened[2].split()[1].lstrip("."), title[1] if title else "", tuple(lines))
            opened = None
        elif opened:
            lines.append(line.replace(";--8<--", "--8<--"))


class Reader:
    """Somebody who follows the tutorial in a folder."""

    def __init__(self, home: Path) -> None:
        self.home = self.place = home

    def follow(self, step: Step) -> None:
        """Do one step. Raises AssertionError where something else happens than the tutorial says."""
        if step.language == "console":
            for command, said in _commands(step):
                self._run(command, said)
        elif step.language == "diff":
            self._change(step)
        else:
            file = self.place / step.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join([*step.lines, ""]), encoding="utf-8")

    def _change(self, step: Step) -> None:
        before = "\n".join(line[1:] for line in step.lines if line[:1] != "+")
        after = "\n".join(line[1:] for line in step.lines if line[:1] != "-")
        file = self.place / step.file
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"line {step.line}: {step.file} doesn't hold once: {before}"
        file.write_text(text.replace(before, after), encoding="utf-8")

    def _run(self, command: str, said: str) -> None:
        if command.startswith("cd "):
            self.place = self.place / command.removeprefix("cd ")
            return
        found = self._served() if command == "prepbook serve --open" else self._output(command)
        assert pattern(said).fullmatch(found), f"$ {command}\n{found}"

    def _output(self, command: str) -> str:
        program, *arguments = command.split()
        line = [sys.executable, "-m", "prepbook.cli"] if program == "prepbook" else [program]
        done = subprocess.run(
            [*line, *arguments],
            cwd=self.place,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return done.stdout.replace(str(self.home), HOME).rstrip("\n")

    def _served(self) -> str:
        """Serve the book until it is there; without a browser, and where no other book is."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        line = [sys.executable, "-m", "prepbook.cli", "serve", "--port", str(port)]
        with subprocess.Popen(
            line,
            cwd=self.place,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=heed_interrupts,
        ) as server:
            assert server.stderr
            said = [server.stderr.readline() for _ in range(3)]
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=PATIENCE_S)
        return "".join(said).replace(str(port), "8000").rstrip("\n")


def _commands(step: Step) -> Iterator[tuple[str, str]]:
    """Yield each command with what stands under it."""
    for part in re.split(r"^\$ ", "\n".join(step.lines), flags=re.MULTILINE)[1:]:
        command, _, said = part.partition("\n")
        yield command, said.rstrip("\n")


def pattern(said: str) -> re.Pattern[str]:
    """Return what fits the tutorial's words."""
    lines = [".*" if line == LEFT_OUT else _in_line(line) for line in said.splitlines()]
    return re.compile("\n".join(lines), re.DOTALL)


def _in_line(line: str) -> str:
    return r"[^\n]*".join(re.escape(part) for part in line.split(LEFT_OUT))
