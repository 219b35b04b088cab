"""Search finds each chapter and each check by its title."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.book import the_book
from tests.conftest import SAVING_DATA, WITHOUT_EXTRAS
from tests.pages.conftest import URLS

CHECKS = sorted(the_book().checks)
TYPED_CHECKS = CHECKS[::12]
"""One in twelve: what the index holds is tested for all, how Material ranks it for these."""


@pytest.fixture(scope="session")
def contents(site: Path) -> dict[str, Any]:
    """Return book.json."""
    book: dict[str, Any] = json.loads((site / "book.json").read_text(encoding="utf-8"))
    return book


@pytest.fixture(scope="session")
def index(site: Path) -> dict[str, str]:
    """Return what Material's index calls each place, by location."""
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return {entry["location"]: unescape(entry["title"]) for entry in docs}


@pytest.mark.parametrize("url", URLS, ids=lambda url: url or "home")
def test_index_has_each_chapter_under_its_title(url: str, index: dict[str, str], contents: dict[str, Any]) -> None:
    """As book.json and the navigation call it, whatever else its heading says."""
    (title,) = (chapter["title"] for chapter in contents["chapters"] if chapter["url"] == url)
    assert title.lower() in index[url].lower()


@pytest.mark.parametrize("id", CHECKS)
def test_index_has_each_check_under_its_title(id: str, index: dict[str, str], contents: dict[str, Any]) -> None:
    """A section of its own, which leads to the check."""
    (check,) = (check for check in contents["checks"] if check["id"] == id)
    assert index[f"{check['url']}-title"] == check["title"]


@pytest.fixture(scope="module")
def searching(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return the home page with search open, of a browser in which search runs."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    context.add_init_script(SAVING_DATA)
    page = context.new_page()
    page.goto(site_url)
    page.locator("#__search").evaluate("box => box.click()")
    yield page
    context.close()


@pytest.mark.parametrize("url", URLS, ids=lambda url: url or "home")
def test_typing_the_title_of_a_chapter_finds_it(
    url: str, searching: Page, site_url: str, index: dict[str, str], contents: dict[str, Any]
) -> None:
    """It comes first; where another page is called by the same words and more ("Evaluation"), among the first three."""
    (title,) = (chapter["title"] for chapter in contents["chapters"] if chapter["url"] == url)
    rivals = [page for page in URLS if page != url and words(title) <= words(index[page])]
    assert site_url + url in found_first(searching, title, 3 if rivals else 1)


@pytest.mark.parametrize("id", TYPED_CHECKS)
def test_typing_the_title_of_a_check_finds_its_page(
    id: str, searching: Page, site_url: str, contents: dict[str, Any]
) -> None:
    """Among the first three, for chapters speak of what checks practice."""
    (check,) = (check for check in contents["checks"] if check["id"] == id)
    assert site_url + check["url"].partition("#")[0] in found_first(searching, check["title"], 3)


def words(text: str) -> set[str]:
    """Return the words of a title as search compares them."""
    return {*re.findall(r"\w+", text.lower())}


def found_first(page: Page, title: str, count: int) -> list[str]:
    """Type a title; return the pages of the first results, once they are about it."""
    box = page.get_by_role("textbox", name="Search")
    box.fill("")
    box.press("End")  # Material listens to keys, not to what they change
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    box.fill(title)
    box.press("End")
    results = page.locator(".md-search-result__item > .md-search-result__link")
    expect(results.first).to_be_attached()
    links: list[str] = results.evaluate_all("links => links.map(({href}) => href)")
    return [re.split(r"[?#]", link)[0] for link in links[:count]]
