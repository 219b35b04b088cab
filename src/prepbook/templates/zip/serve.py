"""Serves the book in the folder beside this file to this machine alone, and opens it: python serve.py

It needs Python 3.8 or newer and nothing else, no network either. Your browser keeps what you type for this address,
so give the same port each time.
"""

import argparse
import functools
import http.server
import pathlib
import sys
import webbrowser

HOST = "127.0.0.1"
SITE = pathlib.Path(__file__).resolve().parent / "site"
LOST = """<!doctype html><meta charset="utf-8"><title>Not in this book</title>
<p>This page isn't in the book. <a href="/">To its first page</a></p>"""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".zip": "application/zip",
    ".whl": "application/zip",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the book's files with the types that browsers insist on, whatever this machine calls them."""

    protocol_version = "HTTP/1.1"
    error_message_format = LOST

    def guess_type(self, path):
        """Return a file's type; bytes where it is none of ours."""
        return TYPES.get(pathlib.PurePosixPath(path).suffix.lower(), "application/octet-stream")

    def end_headers(self):
        """Let the browser ask again for what may have changed, and never guess a type."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format, *values):
        """Say nothing."""


def main():
    """Serve until Ctrl+C."""
    parser = argparse.ArgumentParser(description="Serves this book to this machine alone, and opens it.")
    parser.add_argument("--port", type=int, default=8765, help="8765 unless you say another")
    parser.add_argument("--no-browser", action="store_true", help="don't open it")
    options = parser.parse_args()
    try:
        handler = functools.partial(Handler, directory=str(SITE))
        server = http.server.ThreadingHTTPServer((HOST, options.port), handler)
    except OSError:
        sys.exit("Port %d is taken. Try another: python serve.py --port %d" % (options.port, options.port + 1))
    url = "http://%s:%d/" % (HOST, options.port)
    print("The book is at %s (Ctrl+C ends it)." % url, flush=True)
    if not options.no_browser:
        webbrowser.open(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
