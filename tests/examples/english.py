"""English of ours on a page of a book that is in another language."""

import re

from bs4 import BeautifulSoup

from prepbook.words import Words
from prepbook.words.messages import asked_for

AUTHORED = "script, style, pre, code, .cm-content"


def english_on(markup: str, words: Words) -> set[str]:
    """Return messages that stand on a page in English, though the language says them otherwise."""
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup.select(AUTHORED):
        element.decompose()
    labels = [str(element["aria-label"]) for element in soup.select("[aria-label]")]
    said = "\n".join([soup.get_text("\n"), *labels])
    return {text for text in _telling(words) if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said)}


def _telling(words: Words) -> set[str]:
    """Return what of each message stands between its places, where that can't well be a title that a book quotes."""
    said = {message.text for message in asked_for() if words.text(message.text, message.context) != message.text}
    parts = {part.strip(" .,:;()") for text in said for part in re.split(r"\{\w+\}", text)}
    return {part for part in parts if part.count(" ") > 1 or (" " in part and part[0].isupper())}
