"""Every snippet runs in the reader's browser and prints what the page showed before."""

import pytest
from playwright.sync_api import Page, expect

from prepbook.book import Chapter, Reference
from tests.book import the_book

PLACES = list(the_book().places("snippet"))


@pytest.mark.parametrize(("chapter", "reference"), PLACES, ids=[reference.target for _, reference in PLACES])
def test_snippet_prints_in_the_browser_what_it_printed_at_build(
    chapter: Chapter, reference: Reference, site_url: str, page: Page
) -> None:
    """Press Run, above it first where blocks share their variables; the output is the recorded one."""
    snippet = the_book().snippets[reference.target]
    page.goto(f"{site_url}{chapter.url}#{snippet.anchor}")
    session = the_book().session_of(snippet.path)
    for path in [*(session.before(snippet.path) if session else ()), snippet.path]:
        section = page.locator(f'[data-snippet="{path}"]')
        section.get_by_role("button", name="Run").click()
        expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    assert section.locator("[data-output]").inner_text().strip() == (snippet.output or "").strip()
