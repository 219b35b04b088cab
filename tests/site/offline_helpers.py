"""A static host that can be unplugged, and small editions of a book to deploy on it."""

import http.server
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Locator, Page, expect

from tests.generator.bookmaker import CHAPTER, CHECK, MKDOCS, write_book
from tests.hosts import QuietHandler, started

Build = Callable[[str], Path]  # by the name of an edition

SECOND_PAGE = '# Another page\n\nMore of it.\n\n``` { .python .run }\n--8<-- "one/bye.py"\n```\n'
TWO_PAGES: dict[str, str | None] = {
    "docs/more.md": SECOND_PAGE,
    "snippets/one/bye.py": 'print("bye")\n',
    "snippets/one/bye.out": "bye\n",
}

# name: (files that differ from the first edition, the command it is built by)
EDITIONS: dict[str, tuple[dict[str, str | None], str]] = {
    "first": ({}, "build"),
    "second": (
        {
            "docs/index.md": CHAPTER.replace("# A chapter", "# A better chapter"),
            "checks/basics/double/check.yml": CHECK.replace("What is x and x", "What is two times x"),
        },
        "build",
    ),
    "other page": ({"docs/more.md": SECOND_PAGE.replace("More", "Much more")}, "build"),
    "switched off": ({"mkdocs.yml": MKDOCS.replace("  - prepbook:", "  - prepbook:\n      offline: false")}, "build"),
    "served": ({}, "serve"),
}


def build_edition(name: str, root: Path) -> Path:
    """Build one of EDITIONS below `root`. Returns the site's folder."""
    changed, command = EDITIONS[name]
    write_book(root, **{**TWO_PAGES, **changed})
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command=cast(Any, command), dirty=False)
    build(config)
    return root / "site"


class PluggedHost:
    """Serves a folder on loopback below `mount` until it is unplugged. `site` may be replaced: a deploy."""

    def __init__(self, site: Path, mount: str = "/") -> None:
        self.site = site
        self.mount = mount
        self.delay_s = 0.0  # before each answer
        self.asked: list[str] = []  # paths, in order
        self._server: http.server.ThreadingHTTPServer | None = None
        self._port = 0
        self.plug_in()

    @property
    def url(self) -> str:
        """Where the book's home page is."""
        return f"http://127.0.0.1:{self._port}{self.mount}"

    def plug_in(self) -> None:
        """Answer, on the same port as before."""
        host = self

        class Handler(QuietHandler):
            def do_GET(self) -> None:  # noqa: N802 (http.server's name)
                host.asked.append(self.path)
                time.sleep(host.delay_s)
                if not self.path.startswith(host.mount):
                    self.send_error(404)
                    return
                self.path = "/" + self.path.removeprefix(host.mount)
                self.directory = str(host.site)
                super().do_GET()

        self._server = started(Handler, self._port)
        self._port = self._server.server_address[1]

    def unplug(self) -> None:
        """Refuse every connection from now on."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def control(page: Page) -> Locator:
    """Return the control at the foot of the page."""
    return page.locator("prep-offline")


def visit(page: Page, url: str) -> None:
    """Open a page and wait until it is kept with all it needs."""
    page.goto(url)
    expect(control(page)).to_contain_text("kept in this browser", timeout=30_000)
    expect(control(page)).to_have_attribute("data-state", "kept", timeout=30_000)


def run(page: Page, output: str) -> None:
    """Run the page's first snippet and compare what it prints."""
    section = page.locator("[data-snippet]").first
    section.get_by_role("button", name="Run").click()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    expect(section.locator("[data-output]")).to_have_text(output)


def caches(page: Page) -> list[str]:
    """Return the names of all caches of the page's origin."""
    return cast(list[str], page.evaluate("caches.keys()"))


def registrations(page: Page) -> int:
    """Return how many service workers the page's origin has registered."""
    return cast(int, page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))


def look_again(page: Page) -> None:
    """Do what a reader does who comes back to a tab after some minutes, and again, until the page is left.

    Once may not do: an update that the browser began by itself, before a deploy, answers for one asked for after it.
    """
    page.evaluate(
        "() => { const now = Date.now; let away = 0; Date.now = () => now() + away;"
        " const back = () => { away += 300_000; document.dispatchEvent(new Event('visibilitychange')); };"
        " back(); setInterval(back, 1_000); }"
    )


def kept(page: Page) -> list[str]:
    """Return the keys of all that is kept."""
    found: list[str] = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) =>"
        " (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"
    )
    return found


def is_settled(page: Page) -> bool:
    """Whether the service worker is the newest: none is on its way in."""
    settled: bool = page.evaluate(
        "navigator.serviceWorker.getRegistration()"
        ".then((found) => found?.active?.state === 'activated' && !found.installing && !found.waiting)"
    )
    return settled


def lists(page: Page) -> list[str]:
    """Return the keys of the editions' lists."""
    return [url for url in kept(page) if "?prepbook-list=" in url]


def until(page: Page, met: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until the condition is met."""
    for _ in range(int(seconds * 5)):
        if met():
            return
        page.wait_for_timeout(200)
    pytest.fail(f"not met within {seconds} s")
