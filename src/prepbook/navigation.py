"""The pages of a book in the order of its navigation."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import Files

from prepbook.load.book import PageFile


def pages_in_order(files: Files, nav: object) -> list[PageFile]:
    """Return the pages in the order of the navigation; those outside it come last."""
    place = {name: number for number, name in enumerate(_named_in(nav))}
    pages = [
        PageFile(file.src_uri, Path(file.abs_src_path), file.url.removeprefix("./"))
        for file in files.documentation_pages()
        if file.abs_src_path
    ]
    return sorted(pages, key=lambda page: place.get(page.file, len(place)))


def _named_in(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for part in parts:
        yield from _named_in(part)
