"""`prepbook pdf`: the book on paper."""

import argparse
import os
from pathlib import Path

from mkdocs.commands.build import build

from prepbook.commands.opened import Subparsers, open_book


def add(commands: Subparsers) -> None:
    """Declare the command."""
    pdf = commands.add_parser("pdf", help="print the book to a PDF")
    pdf.add_argument("-o", "--output", type=Path, default=Path("dist/handbook.pdf"))
    pdf.add_argument("--paper", choices=("A4", "letter"), default="A4")
    pdf.set_defaults(command=_pdf)


def _pdf(options: argparse.Namespace) -> int:
    from prepbook.pdf import print_book  # paper is loaded only for paper

    config, plugin = open_book(options)
    browser = os.environ.get("PREPBOOK_CHROMIUM")
    print_book(config, plugin, build, options.output, paper=options.paper, browser=Path(browser) if browser else None)
    print(options.output)
    return 0
