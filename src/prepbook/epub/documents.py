"""Chapters as the documents of an EPUB, with a table of contents."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from prepbook.epub.ereader_html import for_ereader
from prepbook.epub.links import Linker, Place
from prepbook.epub.model import Book, Document, Entry
from prepbook.epub.pictures import Pictures
from prepbook.pdf.links import chapter_key
from prepbook.pdf.model import PrintChapter

LARGEST = 200_000  # characters of a document; old engines refuse 300 kB, and slow readers take seconds over so much

Row = tuple[tuple[str, ...], Entry]  # a chapter's line of the contents, with the parts around it


class _Draft:
    """A chapter on its way into the book: in pieces, each of which becomes a document."""

    def __init__(self, chapter: PrintChapter, pictures: Pictures, largest: int) -> None:
        soup = for_ereader(pictures.take_drawings(chapter.html, chapter.url), chapter.title)
        pictures.take_images(soup, chapter.url)
        for number, heading in enumerate(soup.find_all("h2"), start=1):
            heading.attrs.setdefault("id", f"section-{number}")
        self.chapter = chapter
        self.pieces = list(_pieces(soup, largest))
        key = chapter_key(chapter.url)
        self.files = [f"{key}{f'-part{number + 1}' if number else ''}.xhtml" for number in range(len(self.pieces))]
        ids = {
            str(tag["id"]): file
            for file, piece in zip(self.files, self.pieces, strict=True)
            for tag in piece.find_all(id=True)
        }
        self.place = Place(self.files[0], chapter.title, ids)

    def row(self) -> Row:
        """Return the chapter's line of the contents, with those of its sections below it."""
        headings = [heading for piece in self.pieces for heading in piece.find_all("h2")]
        sections = [Entry(" ".join(title.get_text().split()), self.place.href(str(title["id"]))) for title in headings]
        return self.chapter.part, Entry(self.chapter.title, self.place.href(), tuple(sections))


def make_documents(
    chapters: Sequence[PrintChapter],
    appendices: Sequence[PrintChapter],
    site: Path,
    site_url: str | None,
    largest: int = LARGEST,
) -> Book:
    """Return the book of `chapters`, which come in the order of the navigation, and `appendices`.

    The files that they name are in `site`. Raises EpubError for a picture that can't be in the book.
    """
    pictures = Pictures(site)
    drafts = [_Draft(chapter, pictures, largest) for chapter in (*chapters, *appendices)]
    contents = tuple(_nested([draft.row() for draft in drafts]))
    linker = Linker({draft.chapter.url: draft.place for draft in drafts}, site_url)
    documents: list[Document] = []
    for number, draft in enumerate(drafts):
        before = drafts[number - 1].chapter.part if number else ()
        documents += _documents(draft, linker, number >= len(chapters), draft.chapter.part != before)
    return Book(tuple(documents), contents, pictures.files)


def _documents(draft: _Draft, linker: Linker, is_appendix: bool, opens_part: bool) -> Iterator[Document]:
    for number, (file, piece) in enumerate(zip(draft.files, draft.pieces, strict=True)):
        linker.link(piece, draft.chapter.url)
        part = " · ".join(draft.chapter.part) if opens_part and number == 0 else ""
        yield Document(file, draft.chapter.title, str(piece), "appendix" if is_appendix else "chapter", part)


def _pieces(soup: BeautifulSoup, largest: int) -> Iterator[BeautifulSoup]:
    """Yield the chapter in pieces of at most `largest` characters, cut only before its sections."""
    piece, size = BeautifulSoup("", "html.parser"), 0
    for section in list(_sections(soup)):
        length = sum(len(str(node)) for node in section)
        if size and size + length > largest:
            yield piece
            piece, size = BeautifulSoup("", "html.parser"), 0
        for node in section:
            piece.append(node.extract())
        size += length
    yield piece


def _sections(soup: BeautifulSoup) -> Iterator[list[PageElement]]:
    section: list[PageElement] = []
    for node in soup.contents:
        if isinstance(node, Tag) and section and _begins_section(node):
            yield section
            section = []
        section.append(node)
    yield section


def _begins_section(tag: Tag) -> bool:
    """Whether it is a heading of a section, or an answer, which begins with one."""
    first = tag if tag.name == "h2" else tag.find(True)
    return isinstance(first, Tag) and first.name == "h2"


def _nested(rows: Sequence[Row]) -> Iterator[Entry]:
    """Yield the lines of the contents, those of a part below its own, which leads to its first chapter."""
    for part, group in groupby(rows, key=lambda row: row[0][:1]):
        inside = [(parts[1:], entry) for parts, entry in group]
        if part:
            children = tuple(_nested(inside))
            yield Entry(part[0], children[0].href, children)
        else:
            yield from (entry for _, entry in inside)
