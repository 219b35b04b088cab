"""Each page of the book loads quietly, can be read by all, and its programs print what it says, all on one visit."""

import pytest

from tests.book import the_book
from tests.pages.axe import color_findings, findings, place_findings
from tests.pages.conftest import URLS, Reader, Scheme
from tests.site.running import block, output, run

WIDE, PHONE = 1280, 390


def test_page_loads_without_errors_and_asks_no_other_origin(opened: Reader) -> None:
    """No console error or warning, no failed request, no request that leaves the site."""
    assert opened.trouble == []


def test_page_has_no_grave_finding(opened: Reader) -> None:
    """Names, roles, structure, targets, scrolling: every rule of axe that isn't about color."""
    assert findings(opened.look(WIDE, "light")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_colors_of_a_page_contrast(opened: Reader, width: int, scheme: Scheme) -> None:
    """Text stands out from what lies behind it, and a link from the text around it, in both schemes at both widths."""
    assert color_findings(opened.look(width, scheme), opened.seen) == []


def test_page_is_as_usable_on_a_phone(opened: Reader) -> None:
    """What a narrow page changes is places and sizes, and the frame that the theme puts around it."""
    page = opened.look(PHONE, "light")
    is_home = page.locator("link[rel=canonical]").get_attribute("href") == "https://handbook.example/book/"
    assert (findings if is_home else place_findings)(page) == []


@pytest.mark.parametrize("width", [390, 320])
def test_page_does_not_scroll_sideways(opened: Reader, width: int) -> None:
    """At 320 px, too: that is 1280 px for somebody who zooms to 400% (WCAG 2.2, 1.4.10)."""
    page = opened.look(width, "light")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_snippets_of_a_page_print_in_the_browser_what_they_printed_at_build(opened: Reader, site_url: str) -> None:
    """Press Run of each from top to bottom, where blocks may share variables; the output is the recorded one.

    The last test of a page: it leaves traces.
    """
    page = opened.look(WIDE, "light")
    url = page.url.removeprefix(site_url)
    paths = [reference.target for chapter, reference in the_book().places("snippet") if chapter.url == url]
    found = {path: (run(block(page, path)), output(block(page, path))) for path in paths}
    assert found == {path: ("done", (the_book().snippets[path].output or "").strip()) for path in paths}


def test_every_snippet_is_on_a_page_that_is_tried() -> None:
    """The test above leaves none out."""
    tried = [reference.target for chapter, reference in the_book().places("snippet") if chapter.url in URLS]
    assert len(tried) > 60
    assert {*tried} == {*the_book().snippets}
