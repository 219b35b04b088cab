"""What a page says of itself to search engines and to places that show links: a description and a card."""

import re
from collections.abc import Mapping
from html import escape, unescape
from textwrap import shorten
from typing import Any
from urllib.parse import urljoin

from prepbook.errors import Finding, suggestion
from prepbook.reading import APART, prose

DESCRIPTION_LENGTH = 160  # about what result pages show before they cut
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[.,;:?!])")  # where a citation stood
_SENTENCES = re.compile(r"(.*[.?!…])\s", re.DOTALL)
PICTURES = (".png", ".jpg", ".jpeg", ".webp")  # SVG is shown by few of those places


def described(meta: Mapping[str, Any], html: str) -> str:
    """Return a page's description, fit for an attribute: what its front matter says, else its first paragraph.

    Empty when the page has neither; then the theme takes the book's own.
    """
    own = str(meta.get("description") or "").strip()
    # Material writes it between quotes as it comes. Who has escaped a mark for that reason still gets that mark.
    return escape(unescape(own)) if own else escape(first_sentences(html))


def first_sentences(html: str) -> str:
    """Return the text of the first paragraph of prose, in whole sentences as far as they fit a description."""
    for paragraph in _PARAGRAPH.finditer(html):
        text = prose(paragraph[0], apart=f"{APART} or contains(@class, 'pb-cite')", between="")
        text = _SPACE_BEFORE_MARK.sub("", " ".join(text.split()))
        if text:
            return _cut(text)
    return ""


def _cut(text: str) -> str:
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    whole = _SENTENCES.match(text[: DESCRIPTION_LENGTH + 1])
    return whole[1] if whole else shorten(text, DESCRIPTION_LENGTH, placeholder="…")


def social_picture_url(site_url: str | None, picture: str) -> str:
    """Return where others find the book's picture: a whole address, or nothing while the book has none."""
    return urljoin(site_url, picture) if site_url and picture else ""


def examine_social_picture(picture: str, files: list[str], config_name: str) -> list[Finding]:
    """Return what is wrong with the `social_picture` of mkdocs.yml; `files` are those below docs/."""
    if not picture or (picture in files and picture.lower().endswith(PICTURES)):
        return []
    known = [file for file in files if file.lower().endswith(PICTURES)]
    expected = f"the path of a picture below docs/, ending in {', '.join(PICTURES)}"
    do = suggestion(picture, known, "Put a picture of 1200 × 630 pixels there, or leave the option out.")
    return [Finding(config_name, "prepbook: social_picture", expected, f'"{picture}"', do)]
