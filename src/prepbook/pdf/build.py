"""`prepbook pdf`: builds the book's pages for paper and prints them."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from prepbook.edition import moment_of, revision_of
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.collect import Build, PrintingPlugin, collect_chapters
from prepbook.pdf.model import Paper, PrintMeta
from prepbook.pdf.printer import print_pdf


def print_book(
    config: MkDocsConfig,
    plugin: PrintingPlugin,
    build: Build,
    target: Path,
    *,
    paper: Paper = "A4",
    browser: Path | None = None,
) -> None:
    """Build the book for paper with MkDocs' `build` and write it to `target` as a PDF."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        chapters, appendices = collect_chapters(config, plugin, build, site)
        html = build_print_html(chapters, appendices, _meta(config, paper))
        print_pdf(html, site, target, browser, _show_progress)


def _meta(config: MkDocsConfig, paper: Paper) -> PrintMeta:
    root = Path(config.config_file_path).parent
    return PrintMeta(
        title=config.site_name,
        subtitle=config.site_description or "",
        notice=config.copyright or "",
        revision=revision_of(root),
        date=moment_of(root).date().isoformat(),
        site_url=config.site_url or None,
        language=str(config.theme.get("language", "en")),
        paper=paper,
    )


def _show_progress(doing: str, share: float) -> None:
    width = 24
    bar = "#" * round(width * share)
    end = "\n" if share >= 1 else ""
    print(f"\r[{bar:<{width}}] {doing:<24}", end=end, file=sys.stderr, flush=True)
