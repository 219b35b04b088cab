"""This repository's book as values, for tests that go through all of it."""

from functools import cache
from pathlib import Path

from mkdocs.config import load_config

from prepbook.book import Book
from prepbook.execute import Executor
from prepbook.kinds.code import CodeCheck
from prepbook.load.book import Layout, PageFile, load_book
from prepbook.plugin import PrepbookPlugin

ROOT = Path(__file__).parent.parent


@cache
def plugin_and_layout() -> tuple[PrepbookPlugin, Layout]:
    """Return the plugin as mkdocs.yml sets it, and where the book's parts are."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    plugin = config.plugins["prepbook"]
    assert isinstance(plugin, PrepbookPlugin)
    return plugin, plugin.layout(config)


@cache
def the_book() -> Book:
    """Return the book, loaded, with nothing run."""
    plugin, layout = plugin_and_layout()
    book, findings = load_book(layout, [page_file(path) for path in pages()], plugin.config.pillars)
    assert not findings, findings
    return book


def pages() -> list[Path]:
    """Return the files of all chapters, notebooks included."""
    docs = ROOT / "docs"
    return sorted([*docs.rglob("*.md"), *docs.rglob("*.ipynb")])


def page_file(path: Path) -> PageFile:
    """Return a page as MkDocs would find it, with its URL."""
    name = path.relative_to(ROOT / "docs").as_posix()
    stem = name.rpartition(".")[0]
    folder = stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
    return PageFile(name, path, folder)


def code_checks() -> list[CodeCheck]:
    """Return the code checks, in order of id."""
    checks = [check for check in the_book().checks.values() if isinstance(check, CodeCheck)]
    return sorted(checks, key=lambda check: check.id)


@cache
def executor() -> Executor:
    """Return an executor on the same cache as the build."""
    return Executor(ROOT / ".cache" / "prepbook" / "reports")
