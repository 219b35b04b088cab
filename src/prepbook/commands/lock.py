"""`prepbook lock`: the book's own packages, found and listed by hash."""

import argparse
import sys

from prepbook.commands.opened import Subparsers, open_book
from prepbook.errors import report
from prepbook.runtime.assets import read_library_lock
from prepbook.runtime.packages import LOCK_FILE, lock_packages


def add(commands: Subparsers) -> None:
    """Declare the command."""
    lock = commands.add_parser("lock", help="find wheels for the packages of mkdocs.yml and list them in a lock")
    lock.set_defaults(command=_lock)


def _lock(options: argparse.Namespace) -> int:
    config, plugin = open_book(options)
    asked = plugin.config.packages
    findings = lock_packages(plugin.layout(config).root, asked, read_library_lock())
    if findings:
        print(report(findings), file=sys.stderr)
        return 1
    print(f"{LOCK_FILE}: {', '.join(asked)}" if asked else f"no packages, so no {LOCK_FILE}")
    return 0
