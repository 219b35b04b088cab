"""A strict policy holds on every page, and nothing that a reader does runs against it."""

import pytest
from playwright.sync_api import Page, Route, expect

from .running import BOOT_MS, block, navigate_instantly, opened, output, run
from .test_pages import URLS, trouble_on

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

REPORTED = (
    "addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>"
    " console.error(violatedDirective, blockedURI, sample))"
)


@pytest.mark.with_search
def test_reader_goes_through_the_book_and_nothing_is_refused(site_url: str, page: Page) -> None:
    """Page after page without a reload, a search, the other palette, a program in the editor: no violation."""
    page.add_init_script(REPORTED)
    trouble = trouble_on(page, site_url)
    navigate_instantly(page, site_url, URLS)
    page.goto(f"{site_url}technical-bar/failure-modes/", wait_until="networkidle")
    page.evaluate("window.sameDocument = true")
    for _ in range(3):
        link = page.locator(".md-footer__link--next")
        goal, heading = link.evaluate("link => link.href"), page.locator("h1").inner_text()
        link.click()
        expect(link).not_to_have_attribute("href", goal)  # the next page has a next page of its own
        expect(page.locator("h1")).not_to_have_text(heading)
        page.wait_for_load_state("networkidle")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("percentile")  # Material listens to keys
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("label[for^=__palette]:visible").first.click()
    section = page.locator("[data-snippet]").first
    section.get_by_role("textbox", name="Code:").click()
    expect(section.locator(".cm-editor")).to_be_visible()
    page.keyboard.press("Control+Home")
    page.keyboard.type(
        "# "
    )  # Playwright's own fill lets Chromium carry over a style, which is refused and missed by none
    assert run(section) == "done"
    assert page.evaluate("window.sameDocument")
    assert trouble == []


def test_editor_is_styled_though_no_style_may_be_written_into_the_page(runs_url: str, kept_page: Page) -> None:
    """CodeMirror's sheet is adopted by the document."""
    section = block(opened(kept_page, runs_url), "one/bench.py")
    section.get_by_role("textbox", name="Code:").click()
    expect(section.locator(".cm-gutters")).to_have_css("display", "flex")
    assert kept_page.evaluate("document.querySelectorAll('style').length") == 0


def test_page_of_an_edition_with_another_policy_is_loaded_whole(runs_url: str, page: Page) -> None:
    """What the open page's script needs may be forbidden there: it is exchanged together with the page."""

    def deploy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("; style-src 'self'", "; style-src 'self' blob:"))

    navigate_instantly(page, runs_url, ["", "session/", "rich/"])
    page.goto(runs_url, wait_until="networkidle")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Values that show themselves").first.click()
    expect(page.locator("h1")).to_contain_text("Values that show themselves")
    assert page.evaluate("window.sameDocument")
    page.route("**/session/", deploy)
    with page.expect_event("load"):
        page.get_by_role("link", name="A session").first.click()
    section = block(page, "s/alone.py")
    expect(section).to_have_attribute("data-state", "idle", timeout=BOOT_MS)
    assert not page.evaluate("Boolean(window.sameDocument)")
    assert page.url == f"{runs_url}session/"
    assert run(section) == "done"
    assert output(section) == "False"
