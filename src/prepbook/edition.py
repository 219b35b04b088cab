"""Which edition of a book is being made: its revision and its moment, the same whenever it is made again."""

import os
from datetime import UTC, datetime
from pathlib import Path

from prepbook.version import git
from prepbook.words import gettext


def revision_of(root: Path) -> str:
    """Return what git calls the state of the book in `root`; "draft" without git."""
    return git(root, "describe", "--always", f"--dirty={gettext(', with local changes')}") or gettext("draft")


def moment_of(root: Path) -> datetime:
    """Return the moment of SOURCE_DATE_EPOCH, of the last commit, or now, in this order."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or git(root, "show", "--no-patch", "--format=%ct", "HEAD")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
