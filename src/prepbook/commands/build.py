"""`prepbook build`: the site, for any static host."""

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort, BuildError

from prepbook.commands.opened import Subparsers, open_book


def add(commands: Subparsers) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "build",
        help="write the site, for any static host",
        description="Prove the book and write its site. Stops on findings and, with `strict: true` in mkdocs.yml, on "
        "warnings such as dead links.",
    )
    parser.add_argument("-d", "--site-dir", type=Path, help="where to write it, else as mkdocs.yml says: site/")
    parser.set_defaults(command=_build)


def _build(options: argparse.Namespace) -> int:
    settings = {"site_dir": str(options.site_dir.absolute())} if options.site_dir else {}
    config, _ = open_book(options, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with _warnings_shown():
            build(config)
    except Abort as error:
        if not isinstance(error.__context__, BuildError):  # that has been said, as all that is logged
            print(error, file=sys.stderr)
        return 1
    finally:
        config.plugins.on_shutdown()
    print(config.site_dir)
    return 0


@contextmanager
def _warnings_shown() -> Iterator[None]:
    """Show what MkDocs and its plugins warn of; what they do otherwise is of no interest."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
