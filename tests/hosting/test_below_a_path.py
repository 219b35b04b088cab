"""A book that isn't at its host's root: nothing it links to, loads or keeps lies outside its own path."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from tests.conftest import PUBLISHED_AT
from tests.generator.bookmaker import CHAPTER, MKDOCS, build_book, write_book
from tests.site.offline_helpers import TWO_PAGES, PluggedHost, run, visit
from tests.site.running import navigate_instantly

pytestmark = [pytest.mark.slow, pytest.mark.browser_context_args(service_workers="allow")]
MOUNT = urlsplit(PUBLISHED_AT).path
LEADING = ("href", "src", "data-base", "data-manifest", "action", "poster")
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
LINKS = "\n[More](more.md), [its program](more.md#another-page), [the data](numbers.csv).\n"
BOOK: dict[str, str | None] = {
    **TWO_PAGES,
    "mkdocs.yml": f"site_url: {PUBLISHED_AT}\n{MKDOCS.replace('  - prepbook:', '  - search\n  - prepbook:')}",
    "docs/index.md": CHAPTER + LINKS,
    "docs/sources.md": "# Sources\n\n``` claims\nA\n```\n",
    "docs/numbers.csv": "a,b\n1,2\n",
}


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small book that is to be published below a path."""
    return build_book(write_book(tmp_path_factory.mktemp("below") / "book", **BOOK))


@pytest.fixture(params=["small", "whole"])
def published(request: pytest.FixtureRequest) -> Path:
    """Return the folder of that book, or of this repository's."""
    folder: Path = request.getfixturevalue("small_site" if request.param == "small" else "site")
    return folder


def references(file: Path) -> Iterator[str]:
    """Give what a page or a style sheet links to or loads."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".css":
        yield from CSS_URL.findall(text)
        return
    for tag in BeautifulSoup(text, "html.parser").find_all(True):
        assert isinstance(tag, Tag)
        yield from (str(tag[name]) for name in LEADING if name in tag.attrs)
        yield from (part.split()[0] for part in str(tag.get("srcset", "")).split(",") if part.strip())


def wrong(site: Path, address: str) -> str | None:
    """Return what is wrong with an address of the book's own host, if anything is."""
    parts = urlsplit(address)
    if not parts.path.startswith(MOUNT):
        return "outside the book's path"
    file = site / unquote(parts.path.removeprefix(MOUNT))
    file = file / "index.html" if parts.path.endswith("/") else file
    if not file.is_file():
        return "no such file"
    if parts.fragment and file.suffix == ".html" and not has_id(file, unquote(parts.fragment)):
        return "no such place on the page"
    return None


def has_id(page: Path, name: str) -> bool:
    """Whether something on a page has that id, or an anchor that name."""
    return bool(re.search(rf"""\b(?:id|name)=["']?{re.escape(name)}["'\s>]""", page.read_text(encoding="utf-8")))


def test_every_link_and_file_of_every_page_lies_in_the_book_and_is_there(published: Path) -> None:
    """Pages, their parts, fragments and style sheets' fonts; the page for lost readers too, from the host's root."""
    host = PUBLISHED_AT.removesuffix(MOUNT)
    found, faults = 0, []
    for file in sorted([*published.rglob("*.html"), *published.rglob("*.css")]):
        here = f"{PUBLISHED_AT}{file.relative_to(published).as_posix()}".removesuffix("index.html")
        for reference in references(file):
            address = urljoin(here, reference)
            if not address.startswith(f"{host}/"):
                continue
            found += 1
            if fault := wrong(published, address):
                faults.append(f"{here}: {reference}: {fault}")
    assert faults == []
    assert found > 50


def test_lists_name_files_and_addresses_of_the_book(published: Path) -> None:
    """The runtime's manifest, the edition's files, sitemap, book.json and search: relative, or the whole address."""
    (manifest,) = published.glob("assets/prepbook/runtime-*.json")
    (edition,) = published.glob("assets/prepbook/edition-*.js")
    book = json.loads((published / "book.json").read_text(encoding="utf-8"))
    files = json.loads(edition.read_text(encoding="utf-8").partition(" = ")[2].rstrip(";\n"))["files"]
    search = json.loads((published / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    named = [
        *(asset["url"] for asset in json.loads(manifest.read_text(encoding="utf-8"))["assets"].values()),
        *files,
        *(entry["url"] for part in ("chapters", "snippets", "checks") for entry in book[part]),
        *(entry["location"] for entry in search),
        *re.findall("<loc>(.*?)</loc>", (published / "sitemap.xml").read_text(encoding="utf-8")),
    ]
    assert [name for name in named if wrong(published, urljoin(PUBLISHED_AT, name))] == []


def test_browser_asks_for_nothing_outside_the_book_and_keeps_it_to_its_path(small_site: Path, page: Page) -> None:
    """While a reader visits, runs and goes on; another page of the same host isn't the service worker's."""
    host = PluggedHost(small_site, MOUNT)
    navigate_instantly(page, host.url, ["", "more/"])
    visit(page, host.url)
    run(page, "hello")
    page.get_by_role("link", name="More", exact=True).first.click()
    expect(page).to_have_url(f"{host.url}more/")
    run(page, "bye")
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == host.url
    assert [path for path in host.asked if not path.startswith(MOUNT)] == []
    page.goto(host.url.removesuffix(MOUNT.removeprefix("/")))  # a page of the host's own, if only one that says 404
    assert page.evaluate("navigator.serviceWorker.controller") is None
    host.unplug()
