"""`prepbook schema`: what editors need to help with check.yml."""

import argparse

from prepbook.commands.opened import Subparsers
from prepbook.schema import NAME, schema_text


def add(commands: Subparsers) -> None:
    """Declare the command."""
    schema = commands.add_parser(
        "schema",
        help="print the JSON schema of check.yml, for editors",
        description="Print the JSON schema of check.yml, by which editors complete its fields and underline mistakes. "
        f"Keep it at the book's root: prepbook schema > {NAME}. A check.yml names it in its first line, as those of "
        "`prepbook new` do.",
    )
    schema.set_defaults(command=_schema)


def _schema(options: argparse.Namespace) -> int:
    print(schema_text(), end="")
    return 0
