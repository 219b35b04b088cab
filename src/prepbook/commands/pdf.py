"""`prepbook pdf`: the book on paper."""

import argparse
import os
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build

from prepbook.commands.opened import Subparsers, open_book


def add(commands: Subparsers) -> None:
    """Declare the command."""
    pdf = commands.add_parser("pdf", help="print the book to a PDF")
    pdf.add_argument("-o", "--output", type=Path, help="the file to write (dist/handbook.pdf, dist/CHAPTER.pdf)")
    pdf.add_argument("--paper", choices=("A4", "letter"), default="A4")
    pdf.add_argument("--chapter", metavar="NAME", help="print one chapter: its file below docs/, as role/define-good")
    pdf.set_defaults(command=_pdf)


def _pdf(options: argparse.Namespace) -> int:
    from prepbook.pdf import print_book  # paper is loaded only for paper

    config, plugin = open_book(options)
    browser = os.environ.get("PREPBOOK_CHROMIUM")
    target = options.output or _default(options.chapter)
    found = Path(browser) if browser else None
    print_book(config, plugin, build, target, paper=options.paper, only=options.chapter, browser=found)
    print(target)
    return 0


def _default(chapter: str | None) -> Path:
    name = PurePosixPath(chapter).with_suffix("").as_posix().replace("/", "-") if chapter else "handbook"
    return Path("dist", f"{name}.pdf")
