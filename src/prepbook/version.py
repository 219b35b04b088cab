"""The version of a checkout, from its tags; what a build asks (pyproject.toml), before prepbook can be imported.

hatch-vcs would do the same by way of setuptools-scm; this needs neither, and a clone without tags has a version too.
"""

import os
import re
import subprocess
from pathlib import Path

FIRST = "0.1.0"
"""The version that is worked on before any tag."""

VARIABLE = "PREPBOOK_VERSION"
"""Names the version of a release before its tag is there; see scripts/release."""

ROOT = Path(__file__).parents[2]
_TAG = re.compile(r"v(\d+)\.(\d+)\.(\d+)(?:-(\d+)-g([0-9a-f]+))?(-dirty)?")


def version(root: Path = ROOT) -> str:
    """Return the version of the sources in `root`, as PEP 440 writes it.

    That is what VARIABLE says, what a source distribution notes, the tag of a clean checkout that has one, or a
    development version on the way to the next release.
    """
    return os.environ.get(VARIABLE) or _of_distribution(root) or _of_checkout(root)


def git(root: Path, *arguments: str) -> str:
    """Return what git says, and nothing where there is no git or no commit."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def _of_distribution(root: Path) -> str:
    notes = root / "PKG-INFO"
    text = notes.read_text(encoding="utf-8") if notes.is_file() else ""
    found = re.search(r"^Version: (\S+)$", text, re.MULTILINE)
    return found[1] if found else ""


def _of_checkout(root: Path) -> str:
    if not (root / ".git").exists():  # an unpacked archive may lie in a repository of its owner's
        return f"{FIRST}.dev0"
    tag = _TAG.fullmatch(git(root, "describe", "--tags", "--match", "v[0-9]*.[0-9]*.[0-9]*", "--dirty"))
    if tag is None:
        commits, name = git(root, "rev-list", "--count", "HEAD") or "0", git(root, "rev-parse", "--short", "HEAD")
        return f"{FIRST}.dev{commits}{f'+g{name}' if name else ''}"
    major, minor, patch, commits, name, dirty = tag.groups()
    if not commits and not dirty:
        return f"{major}.{minor}.{patch}"
    local = ".".join(part for part in (f"g{name}" if name else "", "dirty" if dirty else "") if part)
    return f"{major}.{minor}.{int(patch) + 1}.dev{commits or 0}+{local}"
