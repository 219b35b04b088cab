"""What each page says of itself: to search engines, to places that show links, to those who list pages."""

import re
import struct
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import PUBLISHED_AT
from tests.pages.conftest import URLS

PICTURE = f"{PUBLISHED_AT}assets/card.png"


@cache
def head(site: Path, url: str) -> dict[str, list[str]]:
    """Return what a page's head holds, by the name of what says it."""
    html = (site / url / "index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html.partition("</head>")[0], "html.parser")
    found: dict[str, list[str]] = {"title": [title.get_text(strip=True) for title in soup.select("title")]}
    for meta in soup.select("meta[content]"):
        found.setdefault(str(meta.get("name") or meta.get("property")), []).append(str(meta["content"]))
    found["canonical"] = [str(link["href"]) for link in soup.select("link[rel=canonical]")]
    found["lang"] = [str(page["lang"]) for page in soup.select("html[lang]")]
    found["h1"] = re.findall(r"<h1[ >]", html)
    return found


@pytest.mark.parametrize("url", URLS, ids=lambda url: url or "home")
def test_page_says_what_it_is(url: str, site: Path) -> None:
    """Each once: a title, a heading of the first level, a description, a language, its address."""
    said = head(site, url)
    assert {name: len(said.get(name, [])) for name in ("title", "h1", "description", "lang", "canonical")} == {
        "title": 1,
        "h1": 1,
        "description": 1,
        "lang": 1,
        "canonical": 1,
    }
    assert said["lang"] == ["en"]
    assert said["canonical"] == [PUBLISHED_AT + url]
    assert 20 <= len(said["description"][0]) <= 220


@pytest.mark.parametrize("url", URLS, ids=lambda url: url or "home")
def test_page_has_a_card_for_places_that_show_links(url: str, site: Path) -> None:
    """Title, description, address and a picture, as ogp.me asks; the words are the page's own."""
    said = head(site, url)
    assert len(said["og:title"][0]) > 2
    assert said["og:title"][0] in said["title"][0]
    assert said["og:description"] == said["description"]
    assert said["og:url"] == said["canonical"]
    assert said["og:type"] == ["article" if url else "website"]
    assert said["og:image"] == [PICTURE]
    assert said["twitter:card"] == ["summary_large_image"]


@pytest.mark.parametrize("url", URLS, ids=lambda url: url or "home")
def test_page_says_whose_word_it_is(url: str, site: Path) -> None:
    """The disclaimer stands at the foot of each page."""
    footer = (site / url / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert "not endorsed by" in footer


def test_picture_of_the_card_is_part_of_the_book_and_of_the_size_it_is_shown_in(site: Path) -> None:
    """A PNG of 1200 by 630 pixels."""
    content = (site / PICTURE.removeprefix(PUBLISHED_AT)).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (1200, 630)


@pytest.mark.parametrize("name", ["title", "description"])
def test_no_two_pages_say_the_same_of_themselves(name: str, site: Path) -> None:
    """Else a list of results couldn't be told apart."""
    said = Counter(head(site, url)[name][0] for url in URLS)
    assert [text for text, count in said.items() if count > 1] == []


def test_sitemap_lists_exactly_the_pages(site: Path) -> None:
    """Each page of the book under its address, once, and nothing else."""
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(PUBLISHED_AT + url for url in URLS)
