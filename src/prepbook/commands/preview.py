"""The builds of a book that is served while it is written: what goes wrong is told, and never ends them."""

import argparse
import logging
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from prepbook.commands.opened import open_book
from prepbook.errors import report
from prepbook.panel import Trouble
from prepbook.plugin import FindingsError, PrepbookPlugin
from prepbook.redraw import Redraw

_BUILDER = "mkdocs.commands.build"
_DIRTY = "A 'dirty' build"  # how MkDocs' warning of its own way of skipping pages begins; ours is another


class Preview:
    """Builds the book into `folder`, again and again, and draws only the pages that changed."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.folder = folder
        self.redraw = Redraw()
        self._options = options
        self._config, self._plugin = self._opened()
        self._config.plugins.on_startup(command="serve", dirty=False)

    @property
    def mount(self) -> str:
        """The path below which the book is to be served, as its site_url says."""
        return urlsplit(self._config.site_url or "/").path

    def build(self, url: str) -> Trouble:
        """Build for a server at `url`. Returns what is wrong, which the terminal is told too."""
        start = time.monotonic()
        with _messages() as messages:
            trouble = self._attempt(url, messages)
        for said in (report(trouble.findings), *trouble.messages):
            if said:
                print(said, file=sys.stderr, flush=True)
        if not trouble.ended:
            pages = len(self.redraw.drawn)
            print(
                f"Drew {pages} page{'s' * (pages != 1)} in {time.monotonic() - start:.1f} s.",
                file=sys.stderr,
                flush=True,
            )
        return trouble

    def watched(self) -> Iterator[Path]:
        """Yield the files and folders that the site is made from."""
        config, layout = self._config, self._plugin.layout(self._config)
        paths = [layout.docs, layout.snippets, layout.checks, layout.claims, Path(config.config_file_path)]
        paths += [Path(path) for path in (config.theme.custom_dir, *config.watch) if path]
        paths += [layout.root / self._plugin.config.words] if self._plugin.config.words else []
        return (path for path in paths if path.exists())

    def error_page(self, code: int) -> bytes | None:
        """Return the site's own page for an error, once it has been built."""
        page = self.folder / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _attempt(self, url: str, messages: list[str]) -> Trouble:
        try:
            self._config, self._plugin = self._opened()
            self._config.site_url, self._plugin.redraw = url, self.redraw
            build(self._config, serve_url=url, dirty=True)
        except (MkDocsException, Abort) as error:
            cause = error if isinstance(error, FindingsError) else error.__context__
            if isinstance(cause, FindingsError):
                return Trouble(cause.findings, ended=True)
            return Trouble(messages=messages or [str(error)], ended=True)
        except Exception as error:  # of whatever a plugin or an extension of Markdown stumbles over
            traceback.print_exc()
            return Trouble(messages=[*messages, f"{type(error).__name__}: {error}"], ended=True)
        if not messages:
            self.redraw.accept()
        return Trouble(messages=messages)

    def _opened(self) -> tuple[MkDocsConfig, PrepbookPlugin]:
        # Strict builds end at their first warnings; here they are all told, and the pages are there to be looked at.
        return open_book(self._options, site_dir=str(self.folder), strict=False)

    def end(self) -> None:
        """Let plugins end what they have started."""
        self._config.plugins.on_shutdown()


@contextmanager
def _messages() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of."""
    collected = _Collected()
    logger, builder = logging.getLogger("mkdocs"), logging.getLogger(_BUILDER)
    logger.addHandler(collected)
    builder.addFilter(_not_dirty)
    try:
        yield collected.messages
    finally:
        builder.removeFilter(_not_dirty)
        logger.removeHandler(collected)


def _not_dirty(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(_DIRTY)


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
