"""Finds words in a page of the foreign book that no catalog can translate; see foreign.py for why they are told."""

import re

from bs4 import BeautifulSoup, Comment
from bs4.element import NavigableString, PageElement

SAID = ("aria-label", "title", "alt", "placeholder", "aria-valuetext", "aria-description")
UNSEEN = "script, style, pre, code, .cm-content, [data-md-component=skip]"
OURS = re.compile(r"[A-Za-z]{2,}")  # one letter names a document, a claim or a choice
ADDRESS = re.compile(r"(?:https?://|kniga\.)[^\s⟧]*|\S+\.(?:py|md)\b|\b[AX]\d\b|&\w+;")
NAMES = {"material", "PDF", "EPUB", "JavaScript", "Python"}  # as in any language


def untranslated(markup: str, parser: str = "html.parser") -> set[str]:
    """Return what stands in a page in Latin letters, outside brackets, for a reader to see or to hear."""
    soup = BeautifulSoup(markup, parser)
    for element in soup.select(UNSEEN):
        element.decompose()
    seen = "\n".join(text for text in soup.find_all(string=True) if _is_shown(text))
    heard = [str(element[name]) for name in SAID for element in soup.select(f"[{name}]")]
    return {found for text in (seen, *heard) for found in OURS.findall(_outside(text)) if found not in NAMES}


def _is_shown(text: PageElement) -> bool:
    return type(text) is NavigableString and not isinstance(text, Comment)


def _outside(text: str) -> str:
    """Return what of a text stands in no brackets; they may stand in each other."""
    while (rest := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = rest
    return ADDRESS.sub(" ", text)
