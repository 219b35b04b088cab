"""One browser page that goes through the whole book, and what it says while it does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.book import page_file, pages
from tests.conftest import WITHOUT_EXTRAS, WITHOUT_SEARCH
from tests.site.test_pages import trouble_on

URLS = [page_file(path).url for path in pages()]
Scheme = Literal["light", "dark"]
TALL = 900
_PALETTES = {"light": "#__palette_0", "dark": "#__palette_1"}  # in the order of mkdocs.yml


@dataclass
class Reader:
    """Somebody with one page open, who looks at it in several ways without loading it anew."""

    page: Page
    seen: set[str] = field(default_factory=set)  # looks whose colors axe has found good; see looks.js
    trouble: list[str] = field(default_factory=list)  # on the page that is open; see tests/site/test_pages.py

    def look(self, width: int, scheme: Scheme) -> Page:
        """Return the open page at this width and in this scheme."""
        self.page.set_viewport_size({"width": width, "height": TALL})
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate("palette => document.querySelector(palette).click()", _PALETTES[scheme])
        assert self.page.locator("body").get_attribute("data-md-color-media") == f"(prefers-color-scheme: {scheme})"
        return self.page


@pytest.fixture(scope="session")
def reader(browser: Browser, site_url: str) -> Iterator[Reader]:
    """Return a reader whose page stays open over tests. Nothing is kept: what is kept has its own tests."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    context.add_init_script(WITHOUT_SEARCH)
    page = context.new_page()
    yield Reader(page, trouble=trouble_on(page, site_url))
    context.close()


@pytest.fixture(scope="session", params=URLS, ids=lambda url: url or "home")
def opened(request: pytest.FixtureRequest, reader: Reader, site_url: str) -> Reader:
    """Return the reader on one page of the book; pytest runs all tests of a page before it opens the next."""
    url: str = request.param
    reader.page.goto("about:blank")
    reader.trouble.clear()  # what the page before was still about to ask is not this one's trouble
    reader.page.goto(site_url + url, wait_until="networkidle")
    return reader
