"""What an EPUB is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from prepbook.errors import PrintError

EpubError = PrintError  # both say what in a chapter can't be kept outside the site, and what to do


@dataclass(frozen=True)
class EpubMeta:
    """What stands on the title page and in the package."""

    title: str
    revision: str
    moment: datetime
    subtitle: str = ""
    notice: str = ""
    site_url: str | None = None
    language: str = "en"

    @property
    def identifier(self) -> str:
        """A name that every edition of this book shares, so that a reader's library replaces the one before."""
        return uuid5(NAMESPACE_URL, self.site_url or f"prepbook:{self.title}").urn

    @property
    def modified(self) -> str:
        """The moment as the package wants it."""
        return self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def date(self) -> str:
        """The day, as ISO has it."""
        return self.moment.date().isoformat()


@dataclass(frozen=True)
class Document:
    """One XHTML file of the book."""

    file: str
    title: str
    html: str  # of its body
    kind: Literal["chapter", "appendix"]
    part: str = ""  # the title of the part that begins here


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents, with the lines below it."""

    title: str
    href: str
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Book:
    """Everything that the file will hold but its cover."""

    documents: tuple[Document, ...]
    contents: tuple[Entry, ...]
    pictures: dict[str, bytes]  # by path, as the documents name them

    @property
    def depth(self) -> int:
        """How many levels the table of contents has."""
        return _depth(self.contents)


def _depth(entries: tuple[Entry, ...]) -> int:
    return 1 + max(_depth(entry.children) for entry in entries) if entries else 0
