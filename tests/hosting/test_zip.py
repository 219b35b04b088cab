"""The book in a zip: unpacked into an empty folder, served by the file in it, and run without a network."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from prepbook.cli import main
from prepbook.hosting import TYPES
from tests.hosting.servers import free_port
from tests.site.offline_helpers import build_edition, run, visit

pytestmark = [pytest.mark.slow, pytest.mark.browser_context_args(service_workers="allow")]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the zip of the small book of two pages."""
    folder = tmp_path_factory.mktemp("zip")
    build_edition("first", folder / "book")
    return zipped(folder / "book", folder / "handbook-site.zip")


def zipped(book: Path, target: Path) -> Path:
    """Write the zip of a book that is built."""
    site = ["--site-dir", str(book / "site")]
    assert main(["-f", str(book / "mkdocs.yml"), "zip", *site, "-o", str(target)]) == 0
    return target


@pytest.fixture(scope="module")
def url(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Unpack it, start its server as a reader does, and return what it says where the book is."""
    folder = tmp_path_factory.mktemp("empty")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    (top,) = folder.iterdir()
    line = [sys.executable, "-I", "serve.py", "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(line, cwd=top, stdout=subprocess.PIPE, text=True, env={"PATH": "/nowhere"}) as process:
        assert process.stdout
        said = process.stdout.readline()
        yield said.partition(" is at ")[2].partition(" ")[0]
        process.terminate()


def test_unpacked_book_runs_while_the_browser_reaches_nothing_else(url: str, page: Page) -> None:
    """Reading, running, and the next page."""
    refused: list[str] = []

    def only_the_book(route: Route) -> None:
        if route.request.url.startswith((url, "data:", "blob:")):
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort()

    page.route("**/*", only_the_book)
    visit(page, url)
    run(page, "hello")
    page.goto(f"{url}more/")
    run(page, "bye")
    assert refused == []


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("", "text/html; charset=utf-8"),
        ("book.json", "application/json"),
        ("service-worker.js", "text/javascript; charset=utf-8"),
    ],
)
def test_server_of_the_zip_sends_types_that_browsers_insist_on(path: str, type: str, url: str) -> None:
    """And lets nothing be guessed, or kept unasked."""
    with urllib.request.urlopen(url + path) as answer:
        assert answer.headers["Content-Type"] == type
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["nowhere/", "../serve.py", "%2e%2e/serve.py"])
def test_lost_reader_is_led_back_and_nothing_else_is_sent(path: str, url: str) -> None:
    """Only what is in the folder site/."""
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(url + path)
    assert told.value.code == 404
    assert b'<a href="/">To its first page</a>' in told.value.read()


def test_types_are_those_of_other_hosts(archive: Path) -> None:
    """Written out, for the file stands alone; the same as `prepbook hosting` writes."""
    with zipfile.ZipFile(archive) as opened:
        source = opened.read("handbook-site/serve.py").decode()
    own = dict(re.findall(r'"\.(\w+)": "([^"]+)"', source))
    hosts = {end: type for type, ends in TYPES.items() for end in ends}
    assert own == {end: hosts[end] for end in own}
    assert {"html", "js", "mjs", "json", "wasm", "whl", "zip"} <= set(own)


def test_zip_is_the_same_for_the_same_site_and_holds_no_compressed_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built elsewhere and later; the files' moment is SOURCE_DATE_EPOCH, or that of the last commit."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    made: list[Path] = []
    for name in ("one", "two"):
        book = tmp_path / name
        site = build_edition("first", book)
        os.utime(site / "index.html", (1, len(made) + 1))
        (site / "index.html.br").write_bytes(b"a copy")
        made.append(zipped(book, tmp_path / f"{name}-out" / "book.zip"))
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as opened:
        names = opened.namelist()
    assert "book/site/index.html" in names
    assert "book/site/index.html.br" not in names


def test_port_that_is_taken_is_told_with_another(url: str, archive: Path, tmp_path: Path) -> None:
    """One line, no traceback."""
    with zipfile.ZipFile(archive) as opened:
        opened.extract("handbook-site/serve.py", tmp_path)
    port = int(url.rstrip("/").rpartition(":")[2])
    line = [sys.executable, str(tmp_path / "handbook-site/serve.py"), "--no-browser", "--port", str(port)]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=30)
    told = f"Port {port} is taken. Try another: python serve.py --port {port + 1}\n"
    assert (done.returncode, done.stderr) == (1, told)
