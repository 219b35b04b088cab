"""Hook of the handbook's build: leads to this manual where it is built beside the book, and only there."""

import os
from typing import Any

from mkdocs.structure.pages import Page

WHERE = "PREPBOOK_MANUAL"  # set by scripts/build and scripts/release: its folder, from the book's root
PLACE = "a manual for authors"


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Make a link of the words that name the manual. As HTML, since MkDocs can't know the page."""
    folder = os.environ.get(WHERE)
    if not folder or page.file.src_uri != "method.md":
        return markdown
    return markdown.replace(PLACE, f'<a href="../{folder}">{PLACE}</a>')
