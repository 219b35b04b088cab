"""Every snippet runs in the reader's browser and prints what the page showed before."""

import pytest
from playwright.sync_api import Page

from prepbook.book import Chapter, Reference
from tests.book import the_book

from .running import block, opened, output, run

PLACES = list(the_book().places("snippet"))


@pytest.mark.parametrize(("chapter", "reference"), PLACES, ids=[reference.target for _, reference in PLACES])
def test_snippet_prints_in_the_browser_what_it_printed_at_build(
    chapter: Chapter, reference: Reference, site_url: str, kept_page: Page
) -> None:
    """Press Run, above it first where blocks share their variables; the output is the recorded one."""
    snippet = the_book().snippets[reference.target]
    session = the_book().session_of(snippet.path)
    page = opened(kept_page, f"{site_url}{chapter.url}")
    above = session.before(snippet.path) if session else ()
    states = [block(page, path).get_attribute("data-state") for path in [*above, snippet.path]]
    if not {*states} <= {"idle", "done"}:
        page.reload()  # What failed has taken the variables with it.
    for path in above:
        if block(page, path).get_attribute("data-state") != "done":  # else by the test before, on the same visit
            assert run(block(page, path)) == "done"
    section = block(page, snippet.path)
    assert run(section) == "done", output(section)
    assert output(section) == (snippet.output or "").strip()
