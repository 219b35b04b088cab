"""How long a chapter takes to read, said below its title."""

import re

from bs4 import BeautifulSoup

# The mean of silent reading of English non-fiction: Brysbaert (2019), How many words do we read per minute?
WORDS_PER_MINUTE = 238
# What isn't read as prose: programs, pictures, checks (which say their own minutes), and what search leaves out, too:
# notes behind a word.
APART = "pre, svg, script, style, button, [data-check], [data-snippet], [data-search-exclude], .headerlink"
HIDDEN = "reading-time"  # in a page's `hide`, beside Material's own toc and navigation
_TITLE_END = re.compile(r"</h1>", re.IGNORECASE)


def reading_minutes(html: str) -> int:
    """Return the minutes that the text of a page takes, at least one; code, checks and notes don't count."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(APART):
        element.decompose()
    words = len(soup.get_text(" ").split())
    return max(1, round(words / WORDS_PER_MINUTE))


def with_reading_time(html: str) -> str:
    """Return a page that says its minutes below its title; a page without a title is left as it is."""
    line = f'\n<p class="pb-reading-time">{reading_minutes(html)} min read</p>'
    return _TITLE_END.sub(lambda end: end[0] + line, html, count=1)
