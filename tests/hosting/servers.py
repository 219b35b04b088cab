"""nginx and Caddy on loopback, with the file that `prepbook hosting` writes and nothing of the machine's own."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from prepbook.hosting import Place, settings_for

DEBIAN = {"nginx": "nginx-light", "caddy": "caddy"}

# nginx wants a frame around a site's file; one process, for a worker of its own may not read a test's folder.
FRAME = """daemon off; master_process off; pid {scratch}/pid; error_log stderr;
events {{}}
http {{
    log_format bytes "$bytes_sent $uri";
    access_log {log};
    client_body_temp_path {scratch}/1; proxy_temp_path {scratch}/2; fastcgi_temp_path {scratch}/3;
    uwsgi_temp_path {scratch}/4; scgi_temp_path {scratch}/5;
    include {file};
}}
"""
CADDY_FRAME = "{{\n\tadmin off\n\tauto_https off\n}}\nimport {file}\n"


@dataclass(frozen=True)
class Server:
    """A server that answers, and where the book is on it."""

    url: str  # of the book, with the closing slash

    def ask(self, path: str, **headers: str) -> "Answer":
        """Ask for a path below the book, as it is; names of headers have underscores for hyphens."""
        address = urlsplit(self.url)
        connection = http.client.HTTPConnection(address.netloc, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", address.path + path, headers={"Accept-Encoding": "identity", **named})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)


@dataclass(frozen=True)
class Answer:
    """What a server said, its headers by small name."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def program(kind: str) -> str | None:
    """Return where the server is on this machine."""
    return shutil.which(kind, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def serving_by(kind: str, site: Path, scratch: Path, path: str, log: str = "off") -> Iterator[Server]:
    """Serve a site below a path until the block ends; `log` is where nginx notes bytes and path of each answer."""
    port = free_port()
    place = Place(path=path, folder=str(site), listen=f"127.0.0.1:{port}")
    file = scratch / "book.conf"
    file.write_text(settings_for(kind, site, place), encoding="utf-8")
    line = _line(kind, file, scratch, log)
    with (scratch / "log").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(line, stderr=said, stdout=said, env=_environment(scratch))
        try:
            _wait(port, process, scratch / "log")
            yield Server(f"http://127.0.0.1:{port}{path}")
        finally:
            process.terminate()
            process.wait(20)


def _line(kind: str, file: Path, scratch: Path, log: str) -> list[str]:
    whole = scratch / "whole.conf"
    frame = FRAME if kind == "nginx" else CADDY_FRAME
    whole.write_text(frame.format(scratch=scratch, file=file, log=log), encoding="utf-8")
    found = program(kind)
    assert found
    if kind == "nginx":
        return [found, "-p", str(scratch), "-e", "stderr", "-c", str(whole)]
    return [found, "run", "--adapter", "caddyfile", "--config", str(whole)]


def _environment(scratch: Path) -> dict[str, str]:
    """Keep Caddy's own files out of the home folder."""
    return {**os.environ, "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}


def free_port() -> int:
    """Return a port of loopback that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"expected a server, found: {log.read_text(encoding='utf-8')}")
