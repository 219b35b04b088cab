"""Mends faults in Material's markup that its template blocks don't reach; style/material.css mends those of its style.

Each stands here for as long as Material has it: a test fails when an upgrade has made one needless.
"""

import re
from dataclasses import dataclass

_STATE = '<form id="__state" autocomplete="off" hidden></form>'
_HEADING = re.compile(r"(</?h)([3-6])\b")


@dataclass(frozen=True)
class Mend:
    """One fault: what Material writes, and what is written in its place; `template` is where it does."""

    template: str
    fault: re.Pattern[str]
    instead: str


MENDS = (
    # A checkbox has no `autocomplete`. Firefox heeds it all the same, and would else open the drawer of a reloaded page
    # that was left open; it asks the control's form, too.
    Mend(
        "base.html",
        re.compile(r'(<input class="md-toggle" data-md-toggle="(drawer|search)" [^>]*?) autocomplete="off">'),
        r'\1 form="__state">',
    ),
    Mend("base.html", re.compile(r'(<label class="md-overlay" for="__drawer"></label>)'), rf"\1{_STATE}"),
    # A heading of the navigation that can't be opened: no number at all, where a label needs none.
    Mend("partials/nav-item.html", re.compile(r'(<label class="md-nav__link[^>]*?) tabindex="">'), r"\1>"),
    # A dialog without a name. What its field is called says what it is for, in the book's language.
    Mend(
        "partials/search.html",
        re.compile(r'(data-md-component="search" role="dialog")(>.*?name="query" (aria-label="[^"]*"))', re.DOTALL),
        r"\1 \3\2",
    ),
)


def mended(html: str) -> str:
    """Return a whole page without the known faults of Material's templates."""
    for mend in MENDS:
        html = mend.fault.sub(mend.instead, html)
    return html


def without_heading_gap(html: str) -> str:
    """Return a page's content whose first headings below the title are of the second level.

    A check's title is of the third; on a page that begins with checks, it would skip one.
    """
    before, second, after = html.partition("<h2")
    if re.search(r"<h3\b", before):
        before = _HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) - 1}", before)
    return before + second + after
