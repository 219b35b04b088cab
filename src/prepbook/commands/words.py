"""`prepbook words`: a catalog of all that prepbook says to readers, to be filled in."""

import argparse
import sys
from pathlib import Path

from prepbook.commands.opened import Subparsers
from prepbook.errors import report
from prepbook.words.catalogs import load_words
from prepbook.words.filling import to_fill_in, write_catalog


def add(commands: Subparsers) -> None:
    """Declare the command."""
    words = commands.add_parser(
        "words",
        help="write a catalog of the words that readers see, to translate or change",
        description="Write a gettext catalog of every word of prepbook's that readers see, with the texts that there "
        "are in LANGUAGE. Fill it in with any editor for .po files, and name it in mkdocs.yml as the plugin's option "
        "words. Of a FILE that exists, the texts are kept, and messages that are new are added.",
    )
    words.add_argument("language", metavar="LANGUAGE", help="as in HTML: de, pt-BR")
    words.add_argument("-o", "--output", metavar="FILE", type=Path, help="where to write it; else to the terminal")
    words.set_defaults(command=_words)


def _words(options: argparse.Namespace) -> int:
    target: Path | None = options.output
    own = target if target and target.exists() else None
    words, faults, _ = load_words(options.language, own, str(target))
    if own and faults:
        print(report(faults), file=sys.stderr)  # what is wrong there would be lost
        return 1
    text = write_catalog(to_fill_in(words), target)
    print(target or text)
    return 0
