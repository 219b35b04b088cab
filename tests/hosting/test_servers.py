"""What readers' browsers are sent by nginx and by Caddy, set up by the file that `prepbook hosting` writes."""

import gzip
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page, expect

from prepbook.hosting import FOREVER, HEADERS, header_policy
from tests.hosting.servers import Server
from tests.site.offline_helpers import control, run, visit

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

# a file as a pattern in the site: (its type, how long it may be kept)
FILES: dict[str, tuple[str, str]] = {
    "index.html": ("text/html; charset=utf-8", "no-cache"),
    "more/index.html": ("text/html; charset=utf-8", "no-cache"),
    "book.json": ("application/json", "no-cache"),
    "service-worker.js": ("text/javascript; charset=utf-8", "no-cache"),
    "sitemap.xml": ("application/xml", "no-cache"),
    "assets/prepbook/main-*.js": ("text/javascript; charset=utf-8", FOREVER),
    "assets/prepbook/edition-*.js": ("text/javascript; charset=utf-8", FOREVER),
    "assets/prepbook/runtime-*.json": ("application/json", FOREVER),
    "assets/prepbook/snapshot-*.bin": ("application/octet-stream", FOREVER),
    "assets/prepbook/stdlib-*.zip": ("application/zip", FOREVER),
    "assets/prepbook/*.wasm": ("application/wasm", FOREVER),
    "assets/prepbook/wheels/*/pytest-*.whl": ("application/zip", FOREVER),
    "assets/javascripts/bundle.*.min.js": ("text/javascript; charset=utf-8", FOREVER),
    "assets/stylesheets/main.*.min.css": ("text/css; charset=utf-8", FOREVER),
    "assets/javascripts/lunr/tinyseg.js": ("text/javascript; charset=utf-8", "no-cache"),
    "assets/images/favicon.png": ("image/png", "no-cache"),
}
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda body: subprocess.run(["zstd", "-dc"], input=body, capture_output=True, check=True).stdout,
}


def found(pattern: str, site: Path) -> str:
    """Return the path of the first file of that pattern that isn't a compressed copy."""
    return next(
        path.relative_to(site).as_posix()
        for path in sorted(site.glob(pattern))
        if path.suffix not in {".gz", ".zst", ".br"}
    )


@pytest.mark.parametrize("pattern", FILES)
def test_file_has_its_type_and_is_kept_as_long_as_its_name_holds(
    pattern: str, server: Server, compressed_site: Path
) -> None:
    """A name with a hash for a year and unasked; a page, the service worker and lists are asked for again each time."""
    path = found(pattern, compressed_site)
    said = server.ask(path.removesuffix("index.html"))
    assert (said.status, said.body) == (200, (compressed_site / path).read_bytes())
    assert (said.headers["content-type"], said.headers["cache-control"]) == FILES[pattern]


# what a browser takes: what it is sent
NEGOTIATED: dict[str, str] = {
    "gzip, deflate, br, zstd": "br",
    "gzip, deflate, br": "br",
    "zstd, gzip": "zstd",
    "gzip": "gzip",
    "gzip;q=0.5, br;q=0": "gzip",
    "deflate": "",
    "identity": "",
    "": "",
}


@pytest.mark.parametrize("taken", NEGOTIATED)
@pytest.mark.parametrize("pattern", ["index.html", "assets/prepbook/main-*.js", "assets/prepbook/*.wasm"])
def test_reader_is_sent_the_smallest_copy_that_their_browser_takes(
    pattern: str, taken: str, server: Server, compressed_site: Path
) -> None:
    """Under the type of the original, with an ETag of its own, and with word to caches that it depends on the asker."""
    path = found(pattern, compressed_site)
    said = server.ask(path.removesuffix("index.html"), Accept_Encoding=taken)
    assert said.headers.get("content-encoding", "") == NEGOTIATED[taken]
    assert said.headers["vary"] == "Accept-Encoding"
    whole = (compressed_site / path).read_bytes()
    assert UNPACK.get(NEGOTIATED[taken], bytes)(said.body) == whole
    assert said.headers["content-type"].split(";")[0] == FILES[pattern][0].split(";")[0]


@pytest.mark.parametrize("path", ["", "more/", "book.json", "service-worker.js"])
def test_what_must_be_asked_again_is_answered_in_a_line_where_nothing_changed(path: str, server: Server) -> None:
    """304, without the file, in each coding."""
    for taken in ("br", "gzip", "identity"):
        tag = server.ask(path, Accept_Encoding=taken).headers["etag"]
        again = server.ask(path, Accept_Encoding=taken, If_None_Match=tag)
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["", "more/", "book.json", "service-worker.js", "assets/images/favicon.png", "gone/"])
def test_every_answer_carries_the_headers_that_protect_its_reader(
    path: str, server: Server, compressed_site: Path
) -> None:
    """Pages the policy that stands in them too, and who may frame them; a picture may be shown elsewhere."""
    headers = server.ask(path).headers
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
    is_page = headers["content-type"].startswith("text/html")
    assert headers.get("content-security-policy") == (header_policy(compressed_site) if is_page else None)
    assert headers.get("cross-origin-resource-policy") == (None if path.endswith(".png") else "same-origin")


@pytest.mark.parametrize("path", ["nowhere/", "nowhere", "assets/prepbook/main-0.js"])
def test_lost_reader_gets_the_books_own_page(path: str, server: Server, compressed_site: Path) -> None:
    """With 404, as a page, and never kept: a name with a hash may be there after the next deploy."""
    said = server.ask(path)
    assert (said.status, said.headers["cache-control"]) == (404, "no-cache")
    assert said.headers["content-type"].startswith("text/html")
    assert said.body == (compressed_site / "404.html").read_bytes()
    assert server.ask(path, Accept_Encoding="br").headers["content-encoding"] == "br"


@pytest.mark.parametrize(("path", "leads_to"), [("more", "/book/more/"), ("../book", "/book/")])
def test_folder_without_its_slash_leads_to_it(path: str, leads_to: str, server: Server) -> None:
    """Below the book's own path, whatever name and port a proxy has."""
    said = server.ask(path) if path == "more" else Server(server.url.removesuffix("book/")).ask("book")
    assert said.status in {301, 308}
    assert re.sub(r"^http://[^/]*", "", said.headers["location"]) == leads_to


@pytest.mark.parametrize("path", ["book.json", "", "book/../book.json", "book/%2e%2e/%2e%2e/%2e%2e/etc/hostname"])
def test_nothing_is_sent_from_outside_the_books_folder_and_path(path: str, server: Server) -> None:
    """The rest of the host is its owner's."""
    assert Server(server.url.removesuffix("book/")).ask(path).status in {400, 404}


def test_page_runs_and_reads_on_without_a_network_from_such_a_server(server: Server, page: Page) -> None:
    """Under the policy as a header, from compressed files, below a path; then again with the network off."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    visit(page, server.url)
    run(page, "hello")
    expect(control(page)).to_contain_text("Code runs without one too", timeout=30_000)
    page.context.set_offline(True)
    page.reload()
    run(page, "hello")
    assert [text for text in refused if "Content Security Policy" in text or "MIME" in text] == []
