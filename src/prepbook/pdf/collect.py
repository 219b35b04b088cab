"""Builds the book's pages with MkDocs for a reader without the site, and keeps them as chapters."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from prepbook.pdf.elements import PrintElements
from prepbook.pdf.model import PrintChapter

Build = Callable[[MkDocsConfig], None]


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


def collect_chapters(
    config: MkDocsConfig, plugin: PrintingPlugin, build: Build, site: Path
) -> tuple[list[PrintChapter], list[PrintChapter]]:
    """Build the book with MkDocs' `build` and return its chapters, in the order of the navigation, and its appendices.

    Pictures and other files that the chapters name are in `site` afterwards.
    """
    collector = _Collector()
    config.plugins["prepbook-print"] = collector
    config.site_dir = str(site)
    with _drawing_for_paper(plugin):
        build(config)
    chapters = list(collector.chapters())
    assert isinstance(plugin.elements, PrintElements)
    return chapters, plugin.elements.appendices([chapter.url for chapter in chapters])


@contextmanager
def _drawing_for_paper(plugin: PrintingPlugin) -> Iterator[None]:
    """Make the plugin draw for paper; MkDocs keeps it for the next build of this process, which may be a site's."""
    plugin.target = "print"
    try:
        yield
    finally:
        plugin.target = "site"
