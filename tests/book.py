"""This repository's books as values, for tests that go through all of them: the handbook, and those in examples/."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mkdocs.config import load_config

from prepbook.book import Book, Check
from prepbook.execute import Executor
from prepbook.kinds.code import CodeCheck
from prepbook.load.book import Layout, PageFile, load_book
from prepbook.plugin import PrepbookPlugin

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(file.parent for file in (ROOT / "examples").glob("*/mkdocs.yml"))
BOOKS = (ROOT, *EXAMPLES)


def pillars_and_layout(root: Path) -> tuple[dict[str, str], Layout]:
    """Return the pillars that mkdocs.yml names, and where the book's parts are."""
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["prepbook"]  # MkDocs has one object for all books, with the settings of the last
    assert isinstance(plugin, PrepbookPlugin)
    return plugin.config.pillars, plugin.layout(config)


@cache
def the_book(root: Path = ROOT) -> Book:
    """Return a book, by default the handbook, loaded, with nothing run."""
    pillars, layout = pillars_and_layout(root)
    book, findings = load_book(layout, [page_file(path, root) for path in pages(root)], pillars)
    assert not findings, findings
    return book


def pages(root: Path = ROOT) -> list[Path]:
    """Return the files of all chapters, notebooks included."""
    docs = root / "docs"
    return sorted([*docs.rglob("*.md"), *docs.rglob("*.ipynb")])


def page_file(path: Path, root: Path = ROOT) -> PageFile:
    """Return a page as MkDocs would find it, with its URL."""
    name = path.relative_to(root / "docs").as_posix()
    stem = name.rpartition(".")[0]
    folder = stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
    return PageFile(name, path, folder)


def code_checks(root: Path = ROOT) -> list[CodeCheck]:
    """Return the code checks of a book, by default the handbook's, in order of id."""
    return sorted(checks_of(CodeCheck, [root]), key=lambda check: check.id)


def checks_of[Kind: Check](kind: type[Kind], roots: Iterable[Path] = BOOKS) -> list[Kind]:
    """Return the checks of a kind, by default those of all books."""
    return [check for root in roots for check in the_book(root).checks.values() if isinstance(check, kind)]


@cache
def executor() -> Executor:
    """Return an executor on the same cache as the build."""
    return Executor(ROOT / ".cache" / "prepbook" / "reports")
