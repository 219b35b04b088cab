"""A term at its first use: its definition by mouse, keyboard and finger, and a link without any script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.generator.bookmaker import FILES, build_book, write_book
from tests.hosts import serving

pytestmark = pytest.mark.without_python

CONFIG = """
site_name: A book of words
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins:
  - prepbook: {pillars: {basics: The basics}, glossary: words.md, every_claim_is_cited: false}
markdown_extensions: [pymdownx.superfences, attr_list, def_list, tables]
"""
WORDS = """
# Words

Token { #token }
:   The unit that a model reads and writes, often a piece of a word. Limits and prices count tokens, not words.

KV cache { #kv-cache }
:   The keys and values of the tokens so far.
"""
TEXT = """
# Text

Tokens first, and much later in this line of many words, so that it stands far from the left edge, a KV cache.

| a | b |
|---|---|
| x | y |

``` check
double
```
"""
DEFINITION = "The unit that a model reads"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of the small book's chapter."""
    pages = {"mkdocs.yml": CONFIG, "docs/words.md": WORDS, "docs/index.md": "# Home\n", "docs/text.md": TEXT}
    without = dict.fromkeys(name for name in FILES if name.startswith("snippets/"))
    site: Path = build_book(write_book(tmp_path_factory.mktemp("words") / "book", **pages, **without))
    with serving(site) as host:
        yield f"{host}text/"


def term(page: Page) -> tuple[Locator, Locator]:
    """Return the first term's word and its note."""
    first = page.locator(".pb-term").first
    return first.locator(".pb-term-word"), first.locator(".pb-term-note")


def test_mouse_opens_the_definition_and_can_enter_it(url: str, page: Page) -> None:
    """It stays while the pointer is on it, names the term, and goes with the pointer."""
    page.goto(url)
    word, note = term(page)
    expect(note).to_be_hidden()
    word.hover()
    expect(note).to_contain_text(DEFINITION)
    expect(note).to_be_visible()
    note.hover()
    expect(note).to_be_visible()
    page.locator("h1").hover()
    expect(note).to_be_hidden()
    word.hover()
    note.get_by_role("link", name="Token in the glossary").click()
    expect(page).to_have_url(url.replace("text/", "words/#token"))


def test_keyboard_opens_it_escape_puts_it_away_and_enter_follows(url: str, page: Page) -> None:
    """One stop of Tab a term; the definition is the link's description for those who don't see it."""
    page.goto(url)
    word, note = term(page)
    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    while page.evaluate("!document.activeElement.classList.contains('pb-term-word')"):
        page.keyboard.press("Tab")
    expect(word).to_be_focused()
    expect(note).to_be_visible()
    expect(word).to_have_accessible_description(
        "The unit that a model reads and writes, often a piece of a word. Limits and prices count tokens, not words."
    )
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(".pb-term-word").nth(1)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(note).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(url.replace("text/", "words/#token"))


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Return a page that is touched, as wide as a phone."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_first_tap_opens_it_and_the_second_follows(url: str, phone: Page) -> None:
    """On a phone it is a sheet within the screen; a tap elsewhere puts it away."""
    phone.goto(url)
    word, note = term(phone)
    word.tap()
    expect(note).to_be_visible()
    assert phone.url == url
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 800
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.locator("h1").tap()
    expect(note).to_be_hidden()
    word.tap()
    expect(note).to_be_visible()
    word.tap()
    expect(phone).to_have_url(url.replace("text/", "words/#token"))


@pytest.mark.parametrize("width", [1000, 1300])
def test_definition_stays_on_the_screen_at_the_edges(width: int, url: str, page: Page) -> None:
    """Left, right, and below the word where the header leaves no room above."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(url)
    for number in (0, 1):
        place = page.locator(".pb-term").nth(number)
        place.locator(".pb-term-word").hover()
        box = place.locator(".pb-term-note").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert box
        assert header
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= header["height"]


def test_without_javascript_it_is_a_link_that_shows_its_definition(url: str, browser: Browser) -> None:
    """Hover and focus need no script; the word leads to the glossary."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    word, note = term(page)
    word.focus()
    expect(note).to_be_visible()
    word.click()
    expect(page).to_have_url(url.replace("text/", "words/#token"))
    context.close()


def test_definition_is_legible_in_light_and_dark(url: str, page: Page) -> None:
    """The note has the page's own colors, and isn't see-through."""
    page.goto(url)
    word, note = term(page)
    seen = set()
    for choice in ("Dark", "Light"):
        page.get_by_title(choice).click()
        word.hover()
        colors = note.evaluate("note => [getComputedStyle(note).color, getComputedStyle(note).backgroundColor]")
        assert colors[0] != colors[1]
        assert "rgba(0, 0, 0, 0)" not in colors
        seen.add(colors[1])
    assert len(seen) == 2
