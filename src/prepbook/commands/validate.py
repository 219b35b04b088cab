"""`prepbook validate`: all findings at once, without drawing a page."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from mkdocs.structure.files import get_files

from prepbook.book import Book
from prepbook.commands.opened import Subparsers, open_book
from prepbook.errors import Finding, report
from prepbook.plugin import FindingsError


def add(commands: Subparsers) -> None:
    """Declare the command."""
    validate = commands.add_parser(
        "validate",
        help="list all that is wrong with the book, without building it",
        description="List all that is wrong with the book's files: names, claims, programs, checks. Reports on what "
        "didn't change are kept, so that a second run is quick. Exit status 1 when there is a finding. Links between "
        "pages are checked by `prepbook build`.",
    )
    validate.add_argument("--format", choices=("text", "json"), default="text", help="json goes to standard output")
    validate.set_defaults(command=_validate)


def _validate(options: argparse.Namespace) -> int:
    config, plugin = open_book(options)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    findings: list[Finding] = []
    try:
        config.plugins.on_files(get_files(config), config=config)
    except FindingsError as error:
        findings = error.findings
    finally:
        config.plugins.on_shutdown()
    if options.format == "json":
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        _say(findings, plugin.book)
    return 1 if findings else 0


def _say(findings: Sequence[Finding], book: Book) -> None:
    if findings:
        print(report(findings), file=sys.stderr)
        return
    counts = {"chapter": book.chapters, "snippet": book.snippets, "check": book.checks, "claim": book.ledger.claims}
    said = (f"{len(parts)} {name}{'' if len(parts) == 1 else 's'}" for name, parts in counts.items())
    print(f"Nothing is wrong with {', '.join(said)}.")
