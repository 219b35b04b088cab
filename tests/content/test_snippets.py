"""Every snippet prints exactly what its .out file records."""

import pytest

from prepbook.book import Snippet
from prepbook.validate import printed, run_request
from tests.book import executor, the_book

SNIPPETS = sorted(the_book().snippets.values(), key=lambda snippet: snippet.path)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.path)
def test_snippet_prints_what_is_recorded(snippet: Snippet) -> None:
    """The text on the page and in the PDF is the text the program writes."""
    report = executor().run([run_request(the_book(), snippet)])[0]
    assert report["error"] is None
    assert printed(report) == snippet.output
