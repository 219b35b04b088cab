"""The command `prepbook`: what MkDocs' own commands don't do."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from prepbook.errors import report
from prepbook.load.book import Layout, PageFile, load_book
from prepbook.plugin import PrepbookPlugin
from prepbook.runtime.assets import MissingBundleError, read_library_lock
from prepbook.runtime.packages import LOCK_FILE, lock_packages
from prepbook.validate import printed, run_request


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code; what is wrong goes to standard error."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
        return code
    except (MkDocsException, Abort, MissingBundleError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="prepbook", description=__doc__)
    parser.add_argument("-f", "--config-file", default="mkdocs.yml", help="the book's mkdocs.yml")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    pdf = commands.add_parser("pdf", help="print the book to a PDF")
    pdf.add_argument("-o", "--output", type=Path, default=Path("dist/handbook.pdf"))
    pdf.add_argument("--paper", choices=("A4", "letter"), default="A4")
    pdf.set_defaults(command=_pdf)
    epub = commands.add_parser("epub", help="bind the book as an EPUB")
    epub.add_argument("-o", "--output", type=Path, default=Path("dist/handbook.epub"))
    epub.set_defaults(command=_epub)
    accept = commands.add_parser("accept", help="record what snippets print as their .out files")
    accept.add_argument("paths", nargs="+", help="snippets, relative to the snippets folder")
    accept.set_defaults(command=_accept)
    lock = commands.add_parser("lock", help="find wheels for the packages of mkdocs.yml and list them in a lock")
    lock.set_defaults(command=_lock)
    return parser


def _book_config(options: argparse.Namespace) -> tuple[MkDocsConfig, PrepbookPlugin]:
    config = load_config(options.config_file)
    plugin = config.plugins["prepbook"]
    assert isinstance(plugin, PrepbookPlugin)
    return config, plugin


def _pdf(options: argparse.Namespace) -> int:
    from prepbook.pdf import print_book  # paper is loaded only for paper

    config, plugin = _book_config(options)
    browser = os.environ.get("PREPBOOK_CHROMIUM")
    print_book(config, plugin, build, options.output, paper=options.paper, browser=Path(browser) if browser else None)
    print(options.output)
    return 0


def _epub(options: argparse.Namespace) -> int:
    from prepbook.epub import EpubError, make_epub  # as for paper

    config, plugin = _book_config(options)
    try:
        make_epub(config, plugin, build, options.output)
    except EpubError as error:
        print(error, file=sys.stderr)
        return 1
    print(options.output)
    return 0


def _accept(options: argparse.Namespace) -> int:
    config, plugin = _book_config(options)
    layout = plugin.layout(config)
    # What pages say about a snippet counts: its data, and the blocks it shares its variables with.
    book, _ = load_book(layout, _pages(layout), plugin.config.pillars)
    packages, findings = plugin.packages(layout)
    if findings:
        print(report(findings), file=sys.stderr)
        return 1
    for path in options.paths:
        if path not in book.snippets or book.snippets[path].place:
            print(f"{path}: expected a file in {layout.name(layout.snippets)}/, found none.", file=sys.stderr)
            return 1
        request = run_request(book, book.snippets[path])
        shown = plugin.executor(layout, packages).run([request])[0]
        if shown["error"]:
            print(f"{path}: {shown['error']['traceback'] or shown['error']['message']}", file=sys.stderr)
            return 1
        target = (layout.snippets / path).with_suffix(".out")
        target.write_text(printed(shown), encoding="utf-8")
        print(f"recorded {layout.name(target)}")
    return 0


def _lock(options: argparse.Namespace) -> int:
    config, plugin = _book_config(options)
    asked = plugin.config.packages
    findings = lock_packages(plugin.layout(config).root, asked, read_library_lock())
    if findings:
        print(report(findings), file=sys.stderr)
        return 1
    print(f"{LOCK_FILE}: {', '.join(asked)}" if asked else f"no packages, so no {LOCK_FILE}")
    return 0


def _pages(layout: Layout) -> list[PageFile]:
    files = sorted([*layout.docs.rglob("*.md"), *layout.docs.rglob("*.ipynb")])
    names = [file.relative_to(layout.docs).as_posix() for file in files]
    return [PageFile(name, file, name) for name, file in zip(names, files, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
