"""`prepbook serve`: the book as it is being written."""

import argparse
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from prepbook.commands.opened import Subparsers
from prepbook.commands.preview import Preview
from prepbook.errors import Finding
from prepbook.panel import NO_PAGE, Trouble, with_panel

HOST = "127.0.0.1"


def add(commands: Subparsers) -> None:
    """Declare the command."""
    serve = commands.add_parser(
        "serve",
        help="build the book, serve it here, and follow what you change",
        description="Build the book and serve it on this machine. A change draws again the pages it touches, and open "
        "pages reload; what was typed in them stays. What is wrong stands in the terminal and above every page.",
    )
    serve.add_argument("--port", type=int, default=8000, help="8000 unless you say another")
    serve.add_argument("--open", action="store_true", help="open it in a browser")
    serve.set_defaults(command=_serve)


class BookServer(LiveReloadServer):
    """Serves the site as it was last built, below what is wrong with the book."""

    trouble = Trouble()

    def serve_request(self, environ: Any, start_response: Any) -> Any:
        """Answer a request; called by MkDocs' server."""
        answered: list[Any] = []
        body = super().serve_request(environ, lambda *answer: answered.extend(answer))
        status, headers = answered[0], dict(answered[1])
        if self.trouble and headers.get("Content-Type", "").startswith("text/html"):
            page = with_panel(b"".join(body), self.trouble)
            headers["Content-Length"] = str(len(page))
            body = [page]
        start_response(status, [*headers.items()])
        return body


def _serve(options: argparse.Namespace) -> int:
    if finding := _taken(options.port):
        print(finding, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="prepbook-") as folder:
        preview = Preview(options, Path(folder))
        try:
            _follow(preview, options)
        except KeyboardInterrupt:
            print("\nEnded.", file=sys.stderr)
        finally:
            preview.end()
    return 0


def _follow(preview: Preview, options: argparse.Namespace) -> None:
    server = BookServer(lambda: None, HOST, options.port, str(preview.folder), preview.mount)

    def build() -> None:
        server.trouble = preview.build(server.url)

    server.builder = build
    server.error_handler = lambda code: preview.error_page(code) or NO_PAGE
    print("Building the book; the first time takes longest.", file=sys.stderr, flush=True)
    build()
    for path in preview.watched():
        server.watch(str(path))
    print(f"The book is at {server.url} (Ctrl+C ends it).", file=sys.stderr, flush=True)
    try:
        server.serve(open_in_browser=options.open)  # type: ignore[no-untyped-call]  # of MkDocs
    finally:
        server.shutdown()


def _taken(port: int) -> Finding | None:
    try:
        socket.create_server((HOST, port)).close()
    except (OSError, OverflowError):
        return Finding("serve", "--port", "a port that is free", str(port), f"Try another: --port {port % 60000 + 1}")
    return None
