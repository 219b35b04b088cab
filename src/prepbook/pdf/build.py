"""`prepbook pdf`: builds the book's pages for paper and prints them."""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from prepbook.edition import moment_of, revision_of
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.collect import Build, PrintingPlugin, collect_chapters
from prepbook.pdf.model import Paper, PrintMeta, Progress
from prepbook.pdf.printer import print_pdf
from prepbook.words import gettext, marked

_SHARE_OF_READING = 0.4  # of the time that a book takes until it is printed
_NO_SITE = marked("This copy was made without the address of a site: its links and QR codes lead to a placeholder.")


def print_book(
    config: MkDocsConfig,
    plugin: PrintingPlugin,
    build: Build,
    target: Path,
    *,
    paper: Paper = "A4",
    only: str | None = None,
    browser: Path | None = None,
) -> None:
    """Build the book for paper with MkDocs' `build` and write it to `target` as a PDF.

    `only` names one chapter by its file, as role/define-good. Raises PrintError for what can't be printed.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder)
        _show_progress("reading the book", 0.0)
        chapters, appendices = collect_chapters(
            config, plugin, build, site, only=only, progress=_part_of_progress(0.0, _SHARE_OF_READING)
        )
        meta = _meta(config, paper)
        if only:
            meta = replace(meta, subtitle=chapters[0].title, is_excerpt=True)
        html = build_print_html(chapters, appendices, meta)
        print_pdf(html, site, target, browser, _part_of_progress(_SHARE_OF_READING, 1.0))


def _meta(config: MkDocsConfig, paper: Paper) -> PrintMeta:
    root = Path(config.config_file_path).parent
    has_placeholder = (urlsplit(config.site_url or "").hostname or "").endswith(".example")
    return PrintMeta(
        title=config.site_name,
        subtitle=config.site_description or "",
        notice=" ".join(filter(None, [config.copyright, gettext(_NO_SITE) if has_placeholder else ""])),
        revision=revision_of(root),
        date=moment_of(root).date().isoformat(),
        site_url=config.site_url or None,
        language=str(config.theme.get("language", "en")),
        paper=paper,
    )


def _part_of_progress(start: float, end: float) -> Progress:
    return lambda doing, share: _show_progress(doing, start + share * (end - start))


def _show_progress(doing: str, share: float) -> None:
    width = 24
    bar = "#" * round(width * share)
    end = "\n" if share >= 1 else ""
    print(f"\r[{bar:<{width}}] {doing:<24}", end=end, file=sys.stderr, flush=True)
