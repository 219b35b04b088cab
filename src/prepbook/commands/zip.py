"""`prepbook zip`: the built site in one file, to take along."""

import argparse
from pathlib import Path

from prepbook.archive import write_zip
from prepbook.commands.opened import Subparsers, add_site, built_site, open_book
from prepbook.edition import moment_of


def add(commands: Subparsers) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "zip",
        help="put the built site into a zip that runs without a network",
        description="Put the built site into a zip with a small server: whoever unpacks it types `python serve.py`, "
        "and reads and runs the book without a network. The same site gives the same bytes.",
    )
    add_site(parser)
    parser.add_argument("-o", "--output", type=Path, default=Path("dist/handbook-site.zip"))
    parser.set_defaults(command=_zip)


def _zip(options: argparse.Namespace) -> int:
    config, _ = open_book(options)
    site = built_site(options, config)
    write_zip(site, options.output, moment_of(Path(config.config_file_path).parent))
    print(options.output)
    return 0
