"""The print page: the whole book as one HTML document that needs no theme, no script and no network."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bs4 import BeautifulSoup
from markupsafe import Markup

import prepbook
from prepbook.pdf.fonts import font_css
from prepbook.pdf.line_numbers import line_number_css
from prepbook.pdf.links import Localizer, Place, chapter_key, ids_in, page_number
from prepbook.pdf.model import Entry, PrintChapter, PrintMeta
from prepbook.pdf.paper_html import for_paper
from prepbook.pdf.pictures import set_drawings
from prepbook.render import templates
from prepbook.words import gettext

FONTS = Path(prepbook.__file__).parent / "static" / "fonts"
_PAPERS = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}  # width and height in millimetres
_SIDE_MARGINS = 55.0  # print.css has them as 30 and 25 mm


def build_print_html(
    chapters: Sequence[PrintChapter],
    appendices: Sequence[PrintChapter],
    meta: PrintMeta,
    fonts: Path = FONTS,
) -> str:
    """Return the print page of `chapters`, which come in the order of the navigation, and `appendices`.

    Page numbers are placeholders that `print_pdf` fills in. Raises PrintError for a link that leads nowhere.
    """
    printed = [*chapters, *appendices]
    soups = [for_paper(chapter.html, chapter.title) for chapter in printed]
    for chapter, soup in zip(printed, soups, strict=True):
        set_drawings(soup, chapter.url or "home page")
    places = {
        chapter.url: Place(chapter_key(chapter.url), chapter.title, ids_in(soup))
        for chapter, soup in zip(printed, soups, strict=True)
    }
    localizer = Localizer(places, meta.site_url, is_excerpt=meta.is_excerpt)
    for chapter, soup in zip(printed, soups, strict=True):
        localizer.localize(soup, chapter.url)
    entries = list(_entries(printed, soups, places))
    environment = templates("print")
    environment.globals["page_number"] = lambda anchor: Markup(page_number(anchor))
    return environment.get_template("book.html").render(
        meta=meta,
        entries=entries,
        chapters=[
            {"key": places[chapter.url].key, "part": _part_opened(chapter, before), "html": Markup(str(soup))}
            for before, chapter, soup in zip([None, *printed], printed, soups, strict=False)
        ],
        style=Markup(_style(printed, soups, places, meta, fonts)),
        properties=_properties(meta, entries),
    )


def _entries(
    chapters: Sequence[PrintChapter], soups: Sequence[BeautifulSoup], places: dict[str, Place]
) -> Iterator[Entry]:
    """Yield the table of contents: parts as the navigation has them, chapters, and their second-level headings."""
    before: tuple[str, ...] = ()
    for chapter, soup in zip(chapters, soups, strict=True):
        key = places[chapter.url].key
        for depth, part in enumerate(chapter.part):
            if chapter.part[: depth + 1] != before[: depth + 1]:
                yield Entry(part, key, depth + 1, "part")
        before = chapter.part
        level = len(chapter.part) + 1
        yield Entry(chapter.title, key, level, "chapter")
        for number, heading in enumerate(soup.find_all("h2"), start=1):
            heading.attrs.setdefault("id", f"{key}.section-{number}")
            yield Entry(heading.get_text(" ", strip=True), str(heading["id"]), level + 1, "section")


def _part_opened(chapter: PrintChapter, before: PrintChapter | None) -> str:
    """Return the title of the part that begins with this chapter; empty within a part."""
    begins = before is None or before.part != chapter.part
    return " · ".join(chapter.part) if begins else ""


def _style(
    chapters: Sequence[PrintChapter],
    soups: Sequence[BeautifulSoup],
    places: dict[str, Place],
    meta: PrintMeta,
    fonts: Path,
) -> str:
    longest = max((len(block.select(".pb-line")) for soup in soups for block in soup.select(".pb-numbered")), default=0)
    heads = [_running_head(places[chapter.url].key, chapter) for chapter in chapters]
    sheet = (Path(prepbook.__file__).parent / "templates" / "print" / "print.css").read_text(encoding="utf-8")
    sheet = sheet.replace('"Contents"', f'"{_css_text(gettext("Contents"))}"')  # a margin's text stands in the style
    paper = (
        f":root{{--paper-height:{_PAPERS[meta.paper][1]}mm}}"
        f'@page{{size:{meta.paper};@bottom-left{{content:"{_css_text(meta.title)}"}}}}'
    )
    return "\n".join([font_css(fonts), sheet, paper, *heads, line_number_css(longest)])


def _running_head(key: str, chapter: PrintChapter) -> str:
    part = _css_text(" · ".join(chapter.part))
    title = _css_text(chapter.title)
    return f'@page c-{key}{{@top-left{{content:"{part}"}}@top-right{{content:"{title}"}}}}'


def _css_text(text: str) -> str:
    """Return text that may stand in a quoted CSS string inside a <style> element."""
    return re.sub(r'[\\"<\n]', lambda match: f"\\{ord(match[0]):x} ", text)


def _properties(meta: PrintMeta, entries: Sequence[Entry]) -> str:
    """Return what the printer needs to know about the document, as JSON for a <script> element."""
    properties = {
        "title": meta.title,
        "subject": meta.subtitle,
        "language": meta.language,
        "date": meta.date,
        "text_width": f"{_PAPERS[meta.paper][0] - _SIDE_MARGINS:.1f}mm",
        "outline": [[entry.title, entry.anchor, entry.level] for entry in entries],
    }
    return Markup(json.dumps(properties, ensure_ascii=False).replace("<", "\\u003c"))
