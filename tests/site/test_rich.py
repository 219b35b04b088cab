"""Values that show themselves: the same at build and after a run, and locked up."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from .running import block, opened, output, run


@pytest.mark.parametrize("fresh", [False, True], ids=["at build", "after a run"])
def test_a_picture_is_shown_as_a_picture_and_runs_no_script(fresh: bool, runs_url: str, page: Page) -> None:
    """It has its alt text, it is drawn, and its script isn't run."""
    section = block(opened(page, f"{runs_url}rich/"), "r/picture.py")
    if fresh:
        assert run(section) == "done"
    picture = section.get_by_role("img", name="Three bars")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 60
    assert output(section) == "three"
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("fresh", [False, True], ids=["at build", "after a run"])
def test_html_is_shown_in_a_frame_without_scripts_and_without_requests(fresh: bool, runs_url: str, page: Page) -> None:
    """The table can be read; its script, its handler and its picture do nothing."""
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    section = block(opened(page, f"{runs_url}rich/"), "r/table.py")
    if fresh:
        assert run(section) == "done"
    frame = section.locator("iframe[title='Two rows']")
    expect(frame).to_have_attribute("sandbox", "")
    expect(frame.content_frame.get_by_role("cell", name="b")).to_be_visible()
    page.wait_for_timeout(300)
    assert not [url for url in answered if "pixel" in url]
    assert page.evaluate("window.hacked") is None
    assert "hacked" not in page.title()


def test_build_and_page_show_the_same(runs_url: str, page: Page) -> None:
    """A run of the untouched program changes nothing of the picture, the frame and its policy."""
    opened(page, f"{runs_url}rich/")
    for path, shown, attribute in (("r/picture.py", "img", "src"), ("r/table.py", "iframe", "srcdoc")):
        element = block(page, path).locator(f"[data-output] {shown}")
        built = unquote(element.get_attribute(attribute) or "-")
        assert run(block(page, path)) == "done"
        assert unquote(element.get_attribute(attribute) or "") == built


def test_a_frame_is_as_dark_as_its_page(runs_url: str, page: Page) -> None:
    """What the reader chose for the page holds in the frame, at once and after a change."""
    frame = block(opened(page, f"{runs_url}rich/"), "r/table.py").locator("iframe")
    for choice, scheme in (("Dark", "dark"), ("Light", "light")):
        page.get_by_title(choice).click()
        expect(frame).to_have_attribute("srcdoc", re.compile(f'content="{scheme}"'))
        expect(frame.content_frame.get_by_role("cell", name="b")).to_be_visible()
