"""Builds the book's pages with MkDocs for a reader without the site, and keeps them as chapters."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, Literal, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from prepbook.errors import PrintError
from prepbook.pdf.elements import PrintElements
from prepbook.pdf.model import PrintChapter, Progress

Build = Callable[[MkDocsConfig], None]


class PrintingPlugin(Protocol):
    """What printing needs of the plugin: it draws for paper when told so, before the build."""

    target: Literal["site", "print"]
    elements: Any


class _Collector(BasePlugin):  # type: ignore[type-arg]  # it has no options
    """Keeps each page's HTML as it is before the theme gets it, and the chapters that are wanted."""

    def __init__(self, only: str | None, progress: Progress) -> None:
        self.only = only
        self.progress = progress
        self.html: dict[str, str] = {}
        self.pages: list[Page] = []

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        self.pages = [_named(self.only, nav.pages)] if self.only else nav.pages

    @event_priority(-100)  # after everybody who changes the page
    def on_page_content(self, html: str, page: Page, **_: Any) -> None:
        self.html[page.url] = html
        self.progress("reading chapters", len(self.html) / max(len(self.pages), len(self.html) + 1))

    def chapters(self) -> Iterator[PrintChapter]:
        """Yield the chapters in the order of the navigation; MkDocs renders them in another one."""
        for page in self.pages:
            part = tuple(str(section.title) for section in reversed(list(page.ancestors)))
            yield PrintChapter(page.url, str(page.title), self.html[page.url], part)


def collect_chapters(
    config: MkDocsConfig,
    plugin: PrintingPlugin,
    build: Build,
    site: Path,
    *,
    only: str | None = None,
    progress: Progress = lambda doing, share: None,
) -> tuple[list[PrintChapter], list[PrintChapter]]:
    """Build the book with MkDocs' `build` and return its chapters, in the order of the navigation, and its appendices.

    `only` names one chapter by its file, as role/define-good; then the appendices hold the answers to its checks.
    Pictures and other files that the chapters name are in `site` afterwards. Raises PrintError for an unknown name.
    """
    collector = _Collector(only, progress)
    config.plugins["prepbook-print"] = collector
    config.site_dir = str(site)
    with _drawing_for_paper(plugin):
        build(config)
    chapters = list(collector.chapters())
    assert isinstance(plugin.elements, PrintElements)
    return chapters, plugin.elements.appendices([chapter.url for chapter in chapters])


def _named(name: str, pages: list[Page]) -> Page:
    """Return the page of the file `name`, with or without its ending; a folder stands for its index."""
    by_name = {page.file.src_uri.rpartition(".")[0]: page for page in pages}
    asked = PurePosixPath(name).with_suffix("").as_posix()
    found = by_name.get(asked) or by_name.get(f"{asked}/index")
    if found is None:
        near = get_close_matches(asked, by_name, n=3, cutoff=0.4) or sorted(by_name)[:3]
        do = f"Name its file below docs/, for instance {', '.join(near)}."
        raise PrintError(f'--chapter: name: expected a chapter of the book, found "{name}". {do}')
    return found


@contextmanager
def _drawing_for_paper(plugin: PrintingPlugin) -> Iterator[None]:
    """Make the plugin draw for paper; MkDocs keeps it for the next build of this process, which may be a site's."""
    plugin.target = "print"
    try:
        yield
    finally:
        plugin.target = "site"
