"""Keeps what pages' Markdown was converted to, from one build to the next.

Half of a large book's build is conversion, and most pages haven't changed since the last one. A page is converted anew
unless its text and all that it is drawn from are as they were. Everything else of a build happens as ever: other
plugins are asked, templates are filled, links are checked.
"""

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from prepbook.markdown import BookExtension
from prepbook.mkdocs_markdown import SNIPPETS
from prepbook.redraw import INCLUDED
from prepbook.remembered import hash_of, made_by, write_whole
from prepbook.render import SiteElements
from prepbook.terms import TermsExtension

_INCLUSION = "-8<-"  # what every way of writing it has, however many dashes
_Convert = Callable[[MkDocsConfig, Files], None]
_OURS = (BookExtension, TermsExtension)  # what they draw from is in the keys
_KNOWN = ("markdown.extensions.", "pymdownx.")
_READ_FILES = {"pymdownx.b64"}  # besides the page, and say nothing of it


class KeptPages:
    """What pages were converted to, in `folder`: one file for each page, replaced when the page is converted anew."""

    def __init__(self, folder: Path, config: MkDocsConfig, elements: SiteElements, keys: Mapping[str, str]) -> None:
        """`keys` names what each page is drawn from, by the path of its source."""
        self._folder = folder
        self._elements = elements
        self._keys = keys
        self._settings = settings_key(config)

    def keep(self, page: Page) -> None:
        """Let a page that is about to be read be converted only where that is needed."""
        if self._settings and self._keys.get(page.file.src_uri):
            page.render = partial(self._render, page, page.render)  # type: ignore[method-assign]

    def _render(self, page: Page, convert: _Convert, config: MkDocsConfig, files: Files) -> None:
        if not self._is_whole(page):
            convert(config, files)
            return
        name = hash_of([str(config.site_url), page.file.src_uri])
        key, file = self._key(page), self._folder / f"{name}.json"
        if (known := _read(file, key)) is None:
            known = self._converted(page, convert, config, files)
            if known is not None:
                write_whole(file, {"key": key, **known})
        else:
            self._put_back(known, page, files)

    def _converted(self, page: Page, convert: _Convert, config: MkDocsConfig, files: Files) -> dict[str, Any] | None:
        """Convert a page. Returns what came of it; None when something was said that must be said again next time."""
        before, self._elements.assets = self._elements.assets, {}
        with _Said() as said:
            convert(config, files)
        drawn, self._elements.assets = self._elements.assets, before
        before |= drawn
        if said.count:
            return None
        return {
            "content": page.content,
            "toc": [_token(item) for item in page.toc],
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()},
            "assets": {url: content.decode("latin-1") for url, content in drawn.items()},
        }

    def _put_back(self, known: Mapping[str, Any], page: Page, files: Files) -> None:
        sources = files.src_uris
        page.content, page._title_from_render = known["content"], known["title"]
        page.toc = get_toc(known["toc"])
        page.present_anchor_ids = set(known["anchors"])
        page.links_to_anchors = {sources[uri]: links for uri, links in known["links"].items()}
        self._elements.assets |= {url: text.encode("latin-1") for url, text in known["assets"].items()}

    def _is_whole(self, page: Page) -> bool:
        """Whether all that a page includes is among the programs that its key names."""
        text = page.markdown or ""
        programs = [name for name in INCLUDED.findall(text) if name in self._elements.book.snippets]
        return text.count(_INCLUSION) == len(programs)

    def _key(self, page: Page) -> str:
        return hash_of([self._settings, self._keys[page.file.src_uri], page.url, page.markdown or ""])


def settings_key(config: MkDocsConfig) -> str:
    """Return a name of what converts every page; empty where something takes part that we know nothing of."""
    try:
        if appended := (config.mdx_configs.get(SNIPPETS) or {}).get("auto_append"):
            raise _UnknownError(appended)  # files that are added to every page
        extensions = [_extension(each) for each in config.markdown_extensions]
        options = {name: config.mdx_configs.get(name) for name in config.markdown_extensions if isinstance(name, str)}
        settings = [options, config.extra, config.validation, config.site_url, config.use_directory_urls]
        return hash_of([*extensions, *(_settled(each) for each in settings), made_by()])
    except _UnknownError:
        return ""


class _UnknownError(Exception):
    """A value may mean something else next time."""


def _extension(extension: Any) -> str:
    if isinstance(extension, _OURS):
        return type(extension).__name__
    name = str(extension)
    if not isinstance(extension, str) or name in _READ_FILES or not (name.startswith(_KNOWN) or name in _builtin()):
        raise _UnknownError(name)
    return name


@cache
def _builtin() -> frozenset[str]:
    """Return the short names of Python-Markdown's own extensions."""
    found = entry_points(group="markdown.extensions")
    return frozenset(each.name for each in found if each.value.startswith("markdown.extensions."))


def _settled(value: Any) -> str:
    """Return a text that is the same whenever the value is."""
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return repr([(key, _settled(each)) for key, each in sorted(value.items())])
    if isinstance(value, list | tuple | set | frozenset):
        return repr([_settled(each) for each in value])
    if isinstance(value, Path):
        return str(value)
    module, name = getattr(value, "__module__", ""), getattr(value, "__qualname__", "")
    if module.partition(".")[0] in {"prepbook", "pymdownx", "markdown", "material"} and name:
        return f"{module}.{name}"
    raise _UnknownError(repr(value))


class _Said(logging.Handler):
    """Counts what MkDocs has to say meanwhile: of a dead link, for instance."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging."""
        self.count += 1

    def __enter__(self) -> Self:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def _token(item: AnchorLink) -> dict[str, Any]:
    children = [_token(child) for child in item.children]
    return {"name": item.title, "id": item.id, "level": item.level, "children": children}


def _read(file: Path, key: str) -> dict[str, Any] | None:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return known if isinstance(known, dict) and known.get("key") == key else None
