"""Which pages of a served book are drawn anew: those that changed, or whose programs and checks did; else all.

MkDocs' own way, --dirty, looks at the ages of files: it misses a page whose snippet changed, and forgets the titles,
anchors and search entries of pages that it skips. Here a page is skipped while nothing changes that it is drawn from,
and what others ask of it is put back.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from prepbook.book import Book, Chapter
from prepbook.downloads import Download
from prepbook.remembered import hash_of
from prepbook.validate import Proven
from prepbook.words import spoken

INCLUDED = re.compile(r'--8<--\s+"([^"\n]+)"')
"""Finds the file that a line of Markdown puts in its place."""

# Of a page that has been read; what is drawn from it and what other pages' links are checked by.
_READ = ("markdown", "content", "toc", "meta", "present_anchor_ids", "_title_from_render")


@dataclass(frozen=True)
class _Drawn:
    key: str
    read: Mapping[str, Any]  # of the page, by the name of the attribute
    links: Mapping[str, Any]  # to anchors of other pages, by the path of their sources
    found: list[Any]  # the search index's entries


class Redraw:
    """What is kept of a served book's pages between two builds."""

    def __init__(self) -> None:
        self.drawn: list[str] = []  # the pages that the last build drew, by the path of their sources
        self._keys: Mapping[str, str] = {}
        self._titles: list[str] = []
        self._pages: dict[str, _Drawn] = {}  # of the last build that found nothing wrong
        self._unsure: set[str] = set()  # drawn since then

    def begin(self, files: Files, keys: Mapping[str, str]) -> None:
        """Choose the pages to be read; `keys` names what each is drawn from."""
        self._keys = keys
        fresh = {file.src_uri for file in _pages(files) if self._is_fresh(file.src_uri)}
        self._draw_all_but(fresh, files)

    def restore(self, files: Files, config: MkDocsConfig) -> None:
        """Give pages that weren't read what they had, and choose the pages to be drawn: all, when a title changed."""
        sources = files.src_uris
        kept = [(file, self._pages[file.src_uri]) for file in self._skipped(files)]
        for file, known in kept:
            for name, value in known.read.items():
                setattr(file.page, name, value)
            _page(file).links_to_anchors = {sources[uri]: links for uri, links in known.links.items()}
        before, self._titles = self._titles, [f"{file.url} {_page(file).title}" for file in _pages(files)]
        if before != self._titles:
            self._draw_all_but(set(), files)
        elif (entries := _search_entries(config)) is not None:
            for _, known in kept:
                entries.extend(known.found)
        self._read = {file.src_uri: _read(file) for file in _pages(files)}

    def end(self, files: Files, config: MkDocsConfig) -> None:
        """Note what this build found for each page; it counts from `accept` on."""
        found: dict[str, list[Any]] = defaultdict(list)
        for entry in _search_entries(config) or ():
            found[entry["location"].partition("#")[0]].append(entry)
        self._ended = {
            uri: _Drawn(self._keys.get(uri, ""), self._read[uri], _links(file), found[_page(file).url])
            for file in _pages(files)
            for uri in [file.src_uri]
        }

    def accept(self) -> None:
        """Trust the last build: nothing was wrong."""
        self._pages, self._unsure = self._ended, set()

    def _is_fresh(self, uri: str) -> bool:
        known = self._pages.get(uri)
        return bool(known and known.key and known.key == self._keys.get(uri)) and uri not in self._unsure

    def _draw_all_but(self, fresh: set[str], files: Files) -> None:
        pages = _pages(files)
        for file in pages:
            file.is_modified = (lambda: False) if file.src_uri in fresh else (lambda: True)  # type: ignore[method-assign]
        self.drawn = [file.src_uri for file in pages if file.src_uri not in fresh]
        self._unsure.update(self.drawn)

    def _skipped(self, files: Files) -> list[File]:
        return [file for file in _pages(files) if not file.is_modified()]


def page_keys(
    book: Book, proven: Proven, config: MkDocsConfig, files: Files, snippets: Path, editions: Iterable[Download] = ()
) -> dict[str, str]:
    """Return for each chapter, by the path of its source, a name of all that it is drawn from."""
    offered = [(file.url, file.size) for file in editions if file.is_made]
    shared = hash_of([repr(offered), *_shared(book, config, files)])
    sources = files.src_uris
    return {
        chapter.file: hash_of([shared, *_own(book, proven, chapter, Path(source), snippets)])
        for chapter in book.chapters
        for source in [sources[chapter.file].abs_src_path]
        if source
    }


def _own(book: Book, proven: Proven, chapter: Chapter, source: Path, snippets: Path) -> Iterator[str]:
    content = source.read_bytes()
    yield hashlib.sha256(content).hexdigest()
    for name in INCLUDED.findall(content.decode(errors="replace")):
        yield (snippets / name).read_text(errors="replace") if (snippets / name).is_file() else name
    for path in chapter.targets("snippet"):
        yield repr((book.snippets[path], proven.outputs.get(path), proven.rich.get(path)))
    for id in chapter.targets("check"):
        yield repr((book.checks[id], proven.proofs.get(id)))


def _shared(book: Book, config: MkDocsConfig, files: Files) -> Iterator[str]:
    """Yield what may show on any page: settings, navigation, sources, terms, and what there is to link to."""
    yield Path(config.config_file_path).read_text(errors="replace")
    yield repr((book.ledger, book.glossary, book.pillars, book.cited_on, config.extra_css, config.extra_javascript))
    yield repr(sorted(files.src_uris))
    yield repr([(each.id, each.string) for each in spoken().catalog if each.id])  # its head holds the time
    yield repr([(chapter.url, check.spec.model_dump(include=_LISTED)) for chapter, check in _placed(book)])
    if config.theme.custom_dir:
        ages = ((file, file.stat().st_mtime_ns) for file in sorted(Path(config.theme.custom_dir).rglob("*")))
        yield repr(list(ages))


_LISTED = {"kind", "title", "pillar", "level", "minutes", "claims"}


def _placed(book: Book) -> Iterator[tuple[Chapter, Any]]:
    return ((chapter, book.checks[ref.target]) for chapter, ref in book.places("check"))


def _pages(files: Files) -> list[File]:
    return list(files.documentation_pages(inclusion=InclusionLevel.is_in_serve))  # drafts too


def _page(file: File) -> Page:
    assert file.page is not None
    return file.page


def _read(file: File) -> dict[str, Any]:
    return {name: getattr(file.page, name, None) for name in _READ}


def _links(file: File) -> dict[str, Any]:
    return {to.src_uri: links for to, links in (_page(file).links_to_anchors or {}).items()}


def _search_entries(config: MkDocsConfig) -> list[Any] | None:
    """Return the list that the search plugin, Material's or MkDocs', fills while pages are drawn."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    index = getattr(plugin, "search_index", None)
    for name in ("entries", "_entries"):
        if isinstance(entries := getattr(index, name, None), list):
            return entries
    return None
