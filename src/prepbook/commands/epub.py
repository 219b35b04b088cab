"""`prepbook epub`: the book for e-readers."""

import argparse
from pathlib import Path

from mkdocs.commands.build import build

from prepbook.commands.opened import Subparsers, open_book


def add(commands: Subparsers) -> None:
    """Declare the command."""
    epub = commands.add_parser("epub", help="bind the book as an EPUB")
    epub.add_argument("-o", "--output", type=Path, default=Path("dist/handbook.epub"))
    epub.set_defaults(command=_epub)


def _epub(options: argparse.Namespace) -> int:
    from prepbook.epub import make_epub  # loaded only for an EPUB

    config, plugin = open_book(options)
    make_epub(config, plugin, build, options.output)
    print(options.output)
    return 0
