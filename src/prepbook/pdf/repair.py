"""Turns Chromium's PDF into one that passes machine checks for accessibility, and is the same on each build."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, String

from prepbook.pdf.artifacts import mark_artifacts
from prepbook.pdf.destinations import destinations, page_numbers
from prepbook.pdf.tags import mend_tags
from prepbook.words import gettext


@dataclass(frozen=True)
class Properties:
    """What the print page says about the document."""

    title: str
    subject: str
    language: str
    date: str  # ISO
    text_width: str  # of the page's text area, in CSS
    outline: Sequence[tuple[str, str, int]]  # title, named destination, level


def repair(printed: bytes, properties: Properties) -> bytes:
    """Return the PDF with outline, complete tags, link texts, artifacts and metadata; the same bytes on each run."""
    with pikepdf.open(BytesIO(printed)) as pdf:
        mark_artifacts(pdf)
        mend_tags(pdf)
        _describe_links(pdf, properties)
        _write_outline(pdf, properties)
        _write_metadata(pdf, properties)
        mended = BytesIO()
        pdf.save(
            mended,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    return mended.getvalue()


def _describe_links(pdf: pikepdf.Pdf, properties: Properties) -> None:
    """Say in words where each link leads."""
    pages = page_numbers(pdf)
    titles = {anchor: title for title, anchor, _ in properties.outline}
    for page in pdf.pages:
        for link in page.obj.get("/Annots", pikepdf.Array()):
            if "/Contents" in link:
                continue
            if "/Dest" in link:
                name = str(link.Dest).removeprefix("/")
                link.Contents = String(_destination(titles.get(name), pages.get(name)))
            else:
                link.Contents = String(str(link.get("/A", Dictionary()).get("/URI", gettext("A link"))))


def _destination(title: str | None, page: int | None) -> str:
    if title is None:
        return gettext("Another page") if page is None else gettext("Page {page}", page=page)
    if page is None:
        return gettext("{title}, another page", title=title)
    return gettext("{title}, page {page}", title=title, page=page)


def _write_outline(pdf: pikepdf.Pdf, properties: Properties) -> None:
    places = destinations(pdf)
    with pdf.open_outline() as outline:
        outline.root.clear()
        parents: list[list[OutlineItem]] = [outline.root]
        for title, anchor, level in properties.outline:
            item = OutlineItem(title, destination=places[anchor])
            item.is_closed = level > 1
            parents[level - 1].append(item)
            parents[level:] = [item.children]
    pdf.Root.PageMode = Name.UseOutlines


def _write_metadata(pdf: pikepdf.Pdf, properties: Properties) -> None:
    made = _build_time(properties.date)
    pdf.Root.Lang = String(properties.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    stamp = made.strftime("D:%Y%m%d%H%M%SZ")
    info = {"/Title": properties.title, "/Creator": "prepbook", "/CreationDate": stamp, "/ModDate": stamp}
    if properties.subject:
        info["/Subject"] = properties.subject
    producer = str(pdf.docinfo.get("/Producer", "Chromium"))
    pdf.trailer.Info = pdf.make_indirect(Dictionary({**info, "/Producer": producer}))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = properties.title
        metadata["dc:language"] = [properties.language]
        if properties.subject:
            metadata["dc:description"] = properties.subject
        metadata["pdf:Producer"] = producer
        metadata["xmp:CreatorTool"] = "prepbook"
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = made.isoformat()
        metadata["pdfuaid:part"] = "1"


def _build_time(date: str) -> datetime:
    """Return the moment that the file says it was made: SOURCE_DATE_EPOCH, else the start of the book's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.fromisoformat(date).replace(tzinfo=UTC)
