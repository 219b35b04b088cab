"""Values that show themselves, as notebooks know them: by _repr_svg_ as a picture, by _repr_html_ as HTML.

What they give is text for the page to lock up: a picture that runs no script, a frame without scripts or network.
"""

import html
import re
from typing import Any, Literal

from prepbook_grader.reports import Rich
from prepbook_grader.values import clip, show
from prepbook_grader.words import figure, gettext

LIMIT = 1_000_000  # characters
ALT = 500
METHODS: tuple[tuple[str, Literal["svg", "html"]], ...] = (("_repr_svg_", "svg"), ("_repr_html_", "html"))

_SVG = re.compile(r"<svg\b(?![^>]*\sxmlns\s*=)", re.IGNORECASE)
_TITLE = re.compile(r"<(title|caption)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class TooLargeError(Exception):
    """A value shows itself with more than `LIMIT` characters."""


def rich(value: object) -> Rich | None:
    """Return how a value shows itself; None when it can't. Raises what its methods raise, and TooLargeError."""
    for name, kind in METHODS:
        # Looked up on the class, so that a class itself, a mock or a proxy isn't taken for a picture.
        method = getattr(type(value), name, None)
        data = method(value) if callable(method) else None
        if isinstance(data, str):
            if len(data) > LIMIT:
                raise TooLargeError(_too_large(name, len(data)))
            # In a page an <svg> knows by itself what it is; as a picture it has to say so.
            data = _SVG.sub('<svg xmlns="http://www.w3.org/2000/svg"', data, count=1) if kind == "svg" else data
            return {"kind": kind, "data": str.__str__(data), "alt": _alt(value, data)}
    return None


def _too_large(name: str, length: int) -> str:
    size = figure(f"{length / 1_000_000:.1f}")
    return gettext(
        "not shown: {name} gave {size} MB, more than {most} MB", name=name, size=size, most=LIMIT // 1_000_000
    )


def _alt(value: Any, data: str) -> str:
    given = getattr(type(value), "_repr_alt_", None)
    said = given(value) if callable(given) else given
    if not isinstance(said, str) or not said:
        title = _TITLE.search(data)
        said = html.unescape(_TAG.sub("", title[2])).strip() if title else ""
    return clip(" ".join(str.__str__(said or show(value, ALT)).split()), ALT)
