"""Chapters that run over by a few lines: such a page looks like a mistake, so they are set a little tighter."""

import re
from collections import Counter
from collections.abc import Mapping

import pikepdf

FEWEST_LINES = 5
"""On the last page of a chapter; lines to write on count too."""

_TIGHTEST = 2  # print.css has as many classes pb-tight-1, ...
_SHORTEST = 3  # pages: a shorter chapter has no room to save lines in
_FURNITURE = 3  # places of text that every page has: its head, its foot, its number
_DRAWING = 1000  # strokes, of which a QR code or the lines to write on have fewer
_RULE_WIDTH, _RULE_HEIGHT = 300, 2
_CHAPTER = re.compile(r'<section class="pb-chapter[^"]*" id="([^"]+)"')


def set_tighter(html: str, tightness: Mapping[str, int]) -> str:
    """Return the print page with the chapters of these keys as tight as that says."""

    def opened(match: re.Match[str]) -> str:
        level = tightness.get(match[1], 0)
        return f'<section class="pb-chapter{f" pb-tight-{level}" if level else ""}" id="{match[1]}"'

    return _CHAPTER.sub(opened, html)


def next_tightness(pdf: pikepdf.Pdf, html: str, pages: Mapping[str, int], tightness: Counter[str]) -> Counter[str]:
    """Return how tight chapters should be in the next print, now that it's known how they end."""
    keys = [key for key in _CHAPTER.findall(html) if key in pages]
    ends = [*(pages[key] - 1 for key in keys[1:]), len(pdf.pages)]
    over = [
        key
        for key, end in zip(keys, ends, strict=True)
        if end - pages[key] >= _SHORTEST - 1 and tightness[key] < _TIGHTEST and is_nearly_empty(pdf.pages[end - 1])
    ]
    return tightness + Counter(over)


def is_nearly_empty(page: pikepdf.Page) -> bool:
    """Whether a page has fewer than FEWEST_LINES of text and no drawing."""
    page.contents_coalesce()
    lines = page.Contents.read_bytes().split(b"\n")
    places = {round(float(line.split()[-2])) for line in lines if line.endswith(b" Tm")}
    blanks = {line for line in lines if line.endswith(b" re") and _is_rule(line)}
    strokes = sum(line.endswith((b" re", b" l", b" c")) for line in lines)
    return len(places) + len(blanks) - _FURNITURE < FEWEST_LINES and strokes < _DRAWING


def _is_rule(rectangle: bytes) -> bool:
    """Whether `x y width height re` is a line to write on, across the page."""
    width, height = (abs(float(number)) for number in rectangle.split()[-3:-1])
    return width > _RULE_WIDTH and height <= _RULE_HEIGHT
