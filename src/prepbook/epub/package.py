"""The file itself: a zip whose bytes depend on nothing but the book and its moment."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup

import prepbook
from prepbook.epub.model import Book, EpubMeta
from prepbook.epub.pictures import MEDIA_TYPES
from prepbook.render import templates

ROOT = "EPUB"
_STYLE = Path(prepbook.__file__).parent / "templates" / "epub" / "epub.css"


def write_package(target: Path, book: Book, meta: EpubMeta, cover: bytes) -> None:
    """Write the book to `target`, whose folder is made when it is missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w") as archive:
        # Uncompressed and first, so that the kind of file can be told from its beginning.
        archive.writestr(_entry("mimetype", meta, ZIP_STORED), "application/epub+zip")
        for name, content in _contents(book, meta, cover):
            archive.writestr(_entry(name, meta, ZIP_DEFLATED), content, compresslevel=9)


def _entry(name: str, meta: EpubMeta, compression: int) -> ZipInfo:
    moment = max(meta.moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))  # a zip knows no earlier time
    entry = ZipInfo(name, date_time=moment)
    entry.compress_type = compression
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry


def _contents(book: Book, meta: EpubMeta, cover: bytes) -> Iterator[tuple[str, str | bytes]]:
    environment = templates("epub")
    environment.globals.update(meta=meta, book=book, numbers=count(1), next=next)
    pictures = [
        (file, f"picture-{number}", MEDIA_TYPES[PurePosixPath(file).suffix])
        for number, file in enumerate(sorted(book.pictures), start=1)
    ]
    yield "META-INF/container.xml", environment.get_template("container.xml").render(root=ROOT)
    yield f"{ROOT}/package.opf", environment.get_template("package.xml").render(pictures=pictures)
    for name in ("nav.xhtml", "toc.ncx", "cover.xhtml", "title.xhtml"):
        yield f"{ROOT}/{name}", environment.get_template(f"{PurePosixPath(name).stem}.xml").render()
    chapter = environment.get_template("chapter.xml")
    for document in book.documents:
        yield f"{ROOT}/{document.file}", chapter.render(document=document, html=Markup(document.html))
    yield f"{ROOT}/style.css", _STYLE.read_text(encoding="utf-8")
    yield f"{ROOT}/cover.png", cover
    for file, content in sorted(book.pictures.items()):
        yield f"{ROOT}/{file}", content
