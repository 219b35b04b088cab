"""What `prepbook serve` shows above every page: what is wrong with the book, as in the terminal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prepbook.errors import Finding
from prepbook.render import templates

_BODY = re.compile(rb"<body\b[^>]*>")
NO_PAGE = (
    b'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Not built yet</title>'
    b"<body><p>This page hasn't been built yet. It looks again every two seconds.</p></body>"
)


@dataclass(frozen=True)
class Trouble:
    """What a build ran into: findings of ours, and what MkDocs and its plugins warned of."""

    findings: Sequence[Finding] = ()
    messages: Sequence[str] = ()
    ended: bool = False  # before the pages were written

    def __bool__(self) -> bool:
        return bool(self.findings or self.messages)

    @property
    def title(self) -> str:
        """How many there are."""
        count = len(self.findings) + len(self.messages)
        return "1 thing is wrong with the book" if count == 1 else f"{count} things are wrong with the book"

    @property
    def note(self) -> str:
        """What the page below is."""
        return (
            "The pages are those of the last build that got through. This panel goes when the files are mended."
            if self.ended
            else "The pages are up to date. This panel goes when the files are mended."
        )


def with_panel(page: bytes, trouble: Trouble) -> bytes:
    """Return a page with what is wrong at its top."""
    if not trouble:
        return page
    panel = templates("serve").get_template("panel.html")
    said = panel.render(
        title=trouble.title, note=trouble.note, findings=trouble.findings, messages=trouble.messages
    ).encode()
    body = _BODY.search(page)
    place = body.end() if body else 0
    return page[:place] + said + page[place:]
