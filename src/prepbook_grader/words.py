"""What the grader says to a reader, in the language of the book whose page it runs in."""

import re
from collections.abc import Mapping

_texts: Mapping[str, str] = {}


def speak(texts: Mapping[str, str]) -> None:
    """Say these texts from now on, by the English that stands in the sources; what they lack is said in English.

    The texts for "." and "," are the marks of figures.
    """
    global _texts
    _texts = texts


def marked(message: str) -> str:
    """Return the message as it is, to be said later."""
    return message


def gettext(message: str, *values: object, **named: object) -> str:
    """Return the text for a message, its {places} filled."""
    return _texts.get(message, message).format(*values, **named)


def figure(text: str) -> str:
    """Return a figure that Python formatted, as 1,234.5, with the marks of the language."""
    return re.sub(r"[.,](?=\d)", lambda mark: _texts.get(mark[0], mark[0]), text)
