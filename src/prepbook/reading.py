"""How long a chapter takes to read, said below its title."""

import re

from lxml.html import fragment_fromstring
from markupsafe import escape

from prepbook.words import gettext, pgettext

# The mean of silent reading of English non-fiction: Brysbaert (2019), How many words do we read per minute?
WORDS_PER_MINUTE = 238
# What isn't read as prose: programs, pictures, checks (which say their own minutes), and what search leaves out, too:
# notes behind a word. An XPath condition.
APART = (
    "self::pre or self::svg or self::script or self::style or self::button or @data-check or @data-snippet "
    "or @data-search-exclude or contains(concat(' ', @class, ' '), ' headerlink ')"
)
HIDDEN = "reading-time"  # in a page's `hide`, beside Material's own toc and navigation
_TITLE_END = re.compile(r"</h1>", re.IGNORECASE)


def prose(html: str, *, apart: str = APART, between: str = " ") -> str:
    """Return the text of HTML without the elements for which the XPath condition `apart` holds.

    `between` stands between what is in one element and what is in the next.
    """
    tree = fragment_fromstring(html, create_parent=True)  # libxml2: a page of a book is long, and each is read
    for element in tree.xpath(f".//*[{apart}]"):
        if element.getparent() is not None:
            element.drop_tree()
    return between.join(tree.xpath(".//text()"))


def reading_minutes(html: str) -> int:
    """Return the minutes that the text of a page takes, at least one; code, checks and notes don't count."""
    return max(1, round(len(prose(html).split()) / words_per_minute()))


def words_per_minute() -> int:
    """Return how fast the book's language is read; languages put different amounts into a word."""
    given = pgettext("words read per minute", "238")
    return int(given) if given.isdecimal() and int(given) else WORDS_PER_MINUTE


def with_reading_time(html: str) -> str:
    """Return a page that says its minutes below its title; a page without a title is left as it is."""
    said = escape(gettext("{minutes} min read", minutes=reading_minutes(html)))
    line = f'\n<p class="pb-reading-time">{said}</p>'
    return _TITLE_END.sub(lambda end: end[0] + line, html, count=1)
