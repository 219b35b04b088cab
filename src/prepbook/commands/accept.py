"""`prepbook accept`: what snippets print, recorded."""

import argparse
import sys

from prepbook.commands.opened import Subparsers, open_book
from prepbook.errors import report
from prepbook.load.book import Layout, PageFile, load_book
from prepbook.validate import printed, run_request


def add(commands: Subparsers) -> None:
    """Declare the command."""
    accept = commands.add_parser("accept", help="record what snippets print as their .out files")
    accept.add_argument("paths", nargs="+", help="snippets, relative to the snippets folder")
    accept.set_defaults(command=_accept)


def _accept(options: argparse.Namespace) -> int:
    config, plugin = open_book(options)
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


def _pages(layout: Layout) -> list[PageFile]:
    files = sorted([*layout.docs.rglob("*.md"), *layout.docs.rglob("*.ipynb")])
    names = [file.relative_to(layout.docs).as_posix() for file in files]
    return [PageFile(name, file, name) for name, file in zip(names, files, strict=True)]
