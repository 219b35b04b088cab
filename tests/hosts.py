"""Static hosts on loopback: plain ones, and ones that remember what they were asked and fail when a test wants it."""

import functools
import http.server
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Fault = Callable[["FaultyHandler", bytes], None]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files with the MIME types that browsers insist on, and keeps no log."""

    extensions_map = {  # noqa: RUF012 (http.server's name and kind)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def started(handler: Callable[..., QuietHandler], port: int = 0) -> http.server.ThreadingHTTPServer:
    """Return a server on loopback that answers from now on; `port` 0 is any that is free."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    # The interval is how long an end is waited for.
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server


@contextmanager
def serving(folder: Path, handler: Callable[..., QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder until the block ends. Yields the URL, with its closing slash."""
    with started(functools.partial(handler, directory=str(folder))) as server:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@dataclass
class WatchedHost:
    """What a test sees of a host: `faults` answer in place of files whose name begins with their key."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)


class FaultyHandler(QuietHandler):
    """Serves files as a host that lets browsers keep them for a year, unless a fault stands against a name."""

    def __init__(self, *args: Any, host: WatchedHost, **options: Any) -> None:
        self.host = host
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer with the file, or with the fault."""
        self.host.asked.append(self.path)
        name = self.path.rpartition("/")[2]
        fault = next((fault for prefix, fault in self.host.faults.items() if name.startswith(prefix)), None)
        with suppress(ConnectionError):  # A reader who has seen enough hangs up.
            if fault:
                fault(self, Path(self.translate_path(self.path)).read_bytes())
            else:
                super().do_GET()

    def answer(self, content: bytes, *, status: int = 200, length: int | None = None, kind: str = "") -> None:
        """Send `content` as a browser may keep it, under a length that need not be true."""
        self.send_response(status)
        self.send_header("Content-Type", kind or self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()
        self.wfile.write(content)
        self.wfile.flush()


class Spy(QuietHandler):
    """Answers whatever it is asked, to anybody, so that only the asker's own walls can keep it unasked."""

    def __init__(self, *args: Any, host: WatchedHost, **options: Any) -> None:
        self.host = host
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Say yes."""
        self.host.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", "0")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815


def cut(handler: FaultyHandler, content: bytes) -> None:
    """Promise the whole file and hang up half-way."""
    handler.answer(content[: len(content) // 2], length=len(content))
    handler.close_connection = True


def shorten(handler: FaultyHandler, content: bytes) -> None:
    """Take half the file for the whole."""
    handler.answer(content[: len(content) // 2])


def alter(handler: FaultyHandler, content: bytes) -> None:
    """Change one byte."""
    handler.answer(content[:-1] + bytes([content[-1] ^ 1]))


def miss(handler: FaultyHandler, content: bytes) -> None:
    """Know no such file."""
    handler.answer(b"Not found", status=404, kind="text/html")


def mislabel(handler: FaultyHandler, content: bytes) -> None:
    """Send the file as something it isn't."""
    handler.answer(content, kind="text/plain; charset=utf-8")


def halt(released: threading.Event) -> Fault:
    """Return a fault that sends half the file and then nothing until `released`."""

    def fault(handler: FaultyHandler, content: bytes) -> None:
        handler.answer(content[: len(content) // 2], length=len(content))
        released.wait()
        handler.close_connection = True

    return fault


@contextmanager
def watching(handler: type[FaultyHandler | Spy], folder: Path) -> Iterator[WatchedHost]:
    """Serve a folder until the block ends. Yields what a test sees of the host."""
    host = WatchedHost()
    with serving(folder, functools.partial(handler, host=host)) as host.url:
        yield host


def heed_interrupts() -> None:
    """In a child before it starts: let Ctrl+C end it, though a shell that runs the tests behind others ignores that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
