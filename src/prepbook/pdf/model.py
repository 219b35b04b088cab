"""What the print page is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Paper = Literal["A4", "letter"]
Progress = Callable[[str, float], None]  # what is being done, and how much of the whole is done (0 to 1)


@dataclass(frozen=True)
class PrintChapter:
    """A chapter (or an appendix) as HTML, as its page on the site would hold it."""

    url: str  # relative to the site's root, as the chapter's links assume
    title: str
    html: str
    part: tuple[str, ...] = ()  # titles of the navigation's sections around it, the outermost first


@dataclass(frozen=True)
class PrintMeta:
    """What stands on the cover and in the file's properties."""

    title: str
    revision: str
    date: str  # ISO: 2026-11-21
    subtitle: str = ""
    notice: str = ""  # a sentence at the foot of the cover
    site_url: str | None = None
    language: str = "en"
    paper: Paper = "A4"
    is_excerpt: bool = False  # only a part of the book: links to the rest lead to the site


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents, and of the PDF's outline."""

    title: str
    anchor: str  # an id in the print page
    level: int  # 1 is the outermost
    kind: Literal["part", "chapter", "section"]
