"""What each page promises as a whole: trouble is noticed, nothing hangs on scripts, chapters aren't too long."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.book import page_file, pages

URLS = [page_file(path).url for path in pages()]


BLOCKED = "Service Worker registration blocked by Playwright"
"""What most tests ask for, and no trouble; see tests/conftest.py."""


def trouble_on(page: Page, site_url: str) -> list[str]:
    """Return a list that fills with whatever goes wrong on the page from now on."""
    trouble: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            trouble.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((site_url, "data:", "blob:", "about:")):
            trouble.append(f"left the site: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            trouble.append(f"{response.status}: {response.url}")

    page.on("console", heard)
    page.on("request", asked)
    page.on("response", answered)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("requestfailed", lambda request: trouble.append(f"failed: {request.url}"))
    return trouble


def test_page_is_complete_without_javascript(site_url: str, browser: Browser) -> None:
    """Code, the output it had at build and each check's prompt stand in the page itself."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url)
    snippet = page.locator("[data-snippet]").first
    assert snippet.locator("pre").first.inner_text().strip()
    assert snippet.locator("[data-output]").inner_text().strip()
    assert page.get_by_role("button", name="Run").count() == 0
    context.close()


def test_every_url_in_book_json_leads_to_its_element(site: Path) -> None:
    """book.json is the contents page for machines: each fragment exists on its page."""
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    for entry in [*book["snippets"], *book["checks"]]:
        url, _, fragment = entry["url"].partition("#")
        assert f'id="{fragment}"' in (site / url / "index.html").read_text(encoding="utf-8")
    assert book["pyodide"]
    assert {len(check["claims"]) > 0 for check in book["checks"]} == {True}


LOOKED_UP = {"sources/", "glossary/"}  # and the lists of exercises: nobody reads them from start to end


def test_no_chapter_takes_longer_than_twelve_minutes(site: Path) -> None:
    """Each chapter says its time below its title."""
    chapters = [url for url in URLS if url not in LOOKED_UP and not url.startswith("practice/")]
    assert len(chapters) > 20
    for url in chapters:
        html = (site / url / "index.html").read_text(encoding="utf-8")
        found = re.findall(r'<p class="pb-reading-time">(\d+) min read</p>', html)
        assert len(found) == 1, url
        assert int(found[0]) <= 12, url
