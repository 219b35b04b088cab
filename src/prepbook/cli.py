"""The command `prepbook`: what an author does with a book."""

import argparse
import sys
from collections.abc import Sequence

from mkdocs.exceptions import Abort, MkDocsException

from prepbook.commands import (
    accept,
    build,
    compress,
    doctor,
    epub,
    hosting,
    lock,
    new,
    pdf,
    schema,
    serve,
    validate,
    words,
    zip,
)
from prepbook.errors import PrintError
from prepbook.runtime.assets import MissingBundleError

COMMANDS = (new, serve, validate, build, pdf, epub, zip, compress, hosting, accept, lock, schema, words, doctor)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code; what is wrong goes to standard error."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.command(options)
        return code
    except (MkDocsException, Abort, MissingBundleError, PrintError) as error:
        print(error, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; the manual lists its commands and options."""
    line = argparse.ArgumentParser(prog="prepbook", description=__doc__)
    line.add_argument("-f", "--config-file", default="mkdocs.yml", help="the book's mkdocs.yml")
    commands = line.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return line


if __name__ == "__main__":
    sys.exit(main())
