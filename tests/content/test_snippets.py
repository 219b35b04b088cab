"""Every snippet prints exactly what its .out file records."""

import pytest

from prepbook.book import Book, Snippet
from prepbook.validate import printed, run_request
from tests.book import BOOKS, executor, the_book

SNIPPETS = [
    pytest.param(book, snippet, id=path)
    for book in map(the_book, BOOKS)
    for path, snippet in sorted(book.snippets.items())
]


@pytest.mark.parametrize(("book", "snippet"), SNIPPETS)
def test_snippet_prints_what_is_recorded(book: Book, snippet: Snippet) -> None:
    """The text on the page and in the PDF is the text the program writes."""
    report = executor().run([run_request(book, snippet)])[0]
    assert report["error"] is None
    assert printed(report) == snippet.output
