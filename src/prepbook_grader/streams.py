"""Where a program's output goes: sent on while it runs, in batches once there is much of it, up to a limit."""

import codecs
import io
import time
from collections.abc import Buffer
from typing import Literal

from prepbook_grader.reports import Emit
from prepbook_grader.words import figure, gettext

PROGRAM_LIMIT = 1_000_000  # bytes of stdout and of stderr each
TEST_LIMIT = 10_000

PROMPT_WRITES = 1_000  # so many lines are sent at once; a flood after them only every
BATCH_S = 0.05  # seconds, or
BATCH_BYTES = 65_536
PROMPT = 500  # characters of an unfinished line that are remembered


class _Sender(io.RawIOBase):
    def __init__(self, name: Literal["stdout", "stderr"], emit: Emit, limit: int) -> None:
        super().__init__()
        self.stream_name: Literal["stdout", "stderr"] = name
        self.emit = emit
        self.left = limit
        self.limit = limit
        self.writes = 0
        self.held = bytearray()
        self.sent_at = 0.0
        self.line = ""  # the end of the last, unfinished one
        self.decode = codecs.getincrementaldecoder("utf-8")("backslashreplace").decode

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        size = memoryview(data).nbytes
        if self.left >= 0:
            self.held += memoryview(data).cast("B")[: self.left]
            self.left -= size
            self.writes += 1
            if self.left < 0:
                self.send()
                said = gettext("… output cut at {limit} kB.", limit=figure(f"{self.limit // 1000:,}"))
                self._say(f"\n{said}\n")
            elif self._is_time():
                self.send()
        return size

    def _is_time(self) -> bool:
        few = self.writes <= PROMPT_WRITES
        return few or len(self.held) >= BATCH_BYTES or time.monotonic() - self.sent_at >= BATCH_S

    def send(self) -> None:
        text = self.decode(bytes(self.held))
        self.line = (self.line + text[-PROMPT:]).rpartition("\n")[2][-PROMPT:]
        self.held.clear()
        self.sent_at = time.monotonic()
        self._say(text)

    def _say(self, text: str) -> None:
        if text:
            self.emit({"stream": self.stream_name, "text": text})


class Output(io.TextIOWrapper):
    """A text stream like a terminal's: each line is passed to `emit` when it ends, or at a flush.

    It takes at most `limit` bytes, then says so once and drops the rest.
    """

    def __init__(self, name: Literal["stdout", "stderr"], emit: Emit, limit: int = PROGRAM_LIMIT) -> None:
        self._sender = _Sender(name, emit, limit)
        buffer = io.BufferedWriter(self._sender, 8_192)
        super().__init__(buffer, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=True)

    def open_line(self) -> str:
        """Send what is left; return the line that has not ended yet, which an answer will end."""
        self.finish()
        line, self._sender.line = self._sender.line, ""
        return line

    def finish(self) -> None:
        """Send what is left, also if the program closed the stream."""
        if not self.closed:
            self.flush()
        self._sender.send()
