"""Each page of the book can be read by all: axe finds nothing grave, and nothing scrolls sideways."""

import pytest

from tests.pages.axe import color_findings, findings, place_findings
from tests.pages.conftest import Reader, Scheme

WIDE, PHONE = 1280, 390


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
