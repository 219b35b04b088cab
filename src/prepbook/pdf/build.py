"""`prepbook pdf`: builds the book's pages for paper and prints them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.elements import PrintElements
from prepbook.pdf.model import Paper, PrintChapter, PrintMeta
from prepbook.pdf.printer import print_pdf


class PrintingPlugin(Protocol):
    """What printing needs of the plugin: it draws for paper when told so, before the build."""

    target: Literal["site", "print"]
    elements: Any


class _Collector(BasePlugin):  # type: ignore[type-arg]  # it has no options
    """Keeps each page's HTML as it is before the theme gets it, and the navigation."""

    def __init__(self) -> None:
        self.html: dict[str, str] = {}
        self.nav: Navigation

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        self.nav = nav

    @event_priority(-100)  # after everybody who changes the page
    def on_page_content(self, html: str, page: Page, **_: Any) -> None:
        self.html[page.url] = html

    def chapters(self) -> Iterator[PrintChapter]:
        """Yield the chapters in the order of the navigation; MkDocs renders them in another one."""
        for page in self.nav.pages:
            part = tuple(str(section.title) for section in reversed(list(page.ancestors)))
            yield PrintChapter(page.url, str(page.title), self.html[page.url], part)


def print_book(
    config: MkDocsConfig,
    plugin: PrintingPlugin,
    build: Callable[[MkDocsConfig], None],
    target: Path,
    *,
    paper: Paper = "A4",
    browser: Path | None = None,
) -> None:
    """Build the book for paper with MkDocs' `build` and write it to `target` as a PDF."""
    collector = _Collector()
    config.plugins["prepbook-print"] = collector
    with TemporaryDirectory() as site, _drawing_for_paper(plugin):
        config.site_dir = site
        build(config)
        chapters = list(collector.chapters())
        elements = plugin.elements
        assert isinstance(elements, PrintElements)
        appendices = elements.appendices([chapter.url for chapter in chapters])
        html = build_print_html(chapters, appendices, _meta(config, paper))
        print_pdf(html, Path(site), target, browser, _show_progress)


@contextmanager
def _drawing_for_paper(plugin: PrintingPlugin) -> Iterator[None]:
    """Make the plugin draw for paper; MkDocs keeps it for the next build of this process, which may be a site's."""
    plugin.target = "print"
    try:
        yield
    finally:
        plugin.target = "site"


def _meta(config: MkDocsConfig, paper: Paper) -> PrintMeta:
    root = Path(config.config_file_path).parent
    return PrintMeta(
        title=config.site_name,
        subtitle=config.site_description or "",
        notice=config.copyright or "",
        revision=_git(root, "describe", "--always", "--dirty=, with local changes") or "draft",
        date=_date(root),
        site_url=config.site_url or None,
        language=str(config.theme.get("language", "en")),
        paper=paper,
    )


def _date(root: Path) -> str:
    """Return the day of SOURCE_DATE_EPOCH, of the last commit, or today, in this order."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "show", "--no-patch", "--format=%ct", "HEAD")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, and nothing where there is no git or no commit."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def _show_progress(doing: str, share: float) -> None:
    width = 24
    bar = "#" * round(width * share)
    end = "\n" if share >= 1 else ""
    print(f"\r[{bar:<{width}}] {doing:<24}", end=end, file=sys.stderr, flush=True)
