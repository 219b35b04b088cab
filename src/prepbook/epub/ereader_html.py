"""A chapter's HTML for a reader of e-ink: as for paper, but nothing to write into, and code without colors.

One can't write on most of these screens, so blanks go; options get letters to keep in mind instead of boxes to tick.
Of highlighting only weight and slant remain: colors vanish in gray, and dark ones at night.
"""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from prepbook.pdf.paper_html import for_paper
from prepbook.words import gettext

_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has no way to write these
_BOLD, _SLANTED = re.compile(r"k[a-z]?\Z|ow\Z"), re.compile(r"c[a-z0-9]{0,3}\Z")  # Pygments' keywords and comments


def for_ereader(html: str, title: str) -> BeautifulSoup:
    """Return a chapter's HTML for e-readers. It starts with its only h1."""
    soup = for_paper(_UNSPEAKABLE.sub("\ufffd", html), title)
    for block in soup.find_all("pre"):
        _quiet_code(block)
    _leave_out_blanks(soup)
    for check in soup.select(".pb-check"):
        _letter_options(check)
    for reference in soup.select("a.footnote-ref, .pb-cite a"):
        reference["epub:type"], reference["role"] = "noteref", "doc-noteref"
    for image in soup.find_all("img"):
        image.attrs.setdefault("alt", "")
    return soup


def _quiet_code(block: Tag) -> None:
    """Keep of highlighting what shows without color, and put each line's end into its element.

    With the end inside, a line is a line where a reader's engine makes blocks of them, and where it doesn't.
    """
    for span in block.find_all("span"):
        kinds = span.get_attribute_list("class")
        if "pb-line" in kinds:
            after = span.next_sibling
            if isinstance(after, NavigableString):
                span.append(after.extract())
            continue
        kind = str(kinds[0] or "")
        if _BOLD.match(kind):
            span["class"] = "k"
        elif _SLANTED.match(kind):
            span["class"] = "c"
        else:
            span.unwrap()


def _leave_out_blanks(soup: BeautifulSoup) -> None:
    for room in soup.select(".pb-room"):
        label = room.find_previous_sibling()
        if isinstance(label, Tag) and "pb-label" in label.get_attribute_list("class"):
            label.decompose()
        room.decompose()
    for blank in soup.select("td .pb-blank"):
        _leave_out_last_column(blank.find_parent("table"))
    for blank in soup.select(".pb-line-blank"):
        blank.replace_with(gettext("Your figure: …"))
    for line in soup.select(".pb-to-write"):
        line.decompose()


def _leave_out_last_column(table: Tag | None) -> None:
    rows = table.find_all("tr") if table and table.select_one(".pb-blank") else []
    for row in rows:
        row.find_all(["th", "td"])[-1].decompose()


def _letter_options(check: Tag) -> None:
    """Turn boxes to tick into letters; items that letters are to be given to get numbers."""
    has_letters = check.select_one(".pb-letter") is not None
    for options in check.select("ul.pb-options:has(.pb-box)"):
        options.name = "ol"
        options["type"] = "1" if has_letters else "A"
    for box in check.select(".pb-box"):
        box.decompose()
    for letter in check.select(".pb-letter"):
        letter.append(".")
        letter.insert_after(" ")
