"""What an author has yet to say in a check: the TODOs that `prepbook new check` leaves, and any others."""

import re
from collections.abc import Iterator
from pathlib import Path

from prepbook.errors import Finding

TODO = re.compile(r"\bTODO\b:?[ ]*([^\"'}]*)")
SUFFIXES = {".yml", ".md", ".py"}
TO_READERS = "starter.py"  # may leave readers something to do


def find_todos(folder: Path, name: str) -> Iterator[Finding]:
    """Yield a finding for each line of a check's texts and programs that says TODO; `name` is its folder's."""
    files = (file for file in sorted(folder.rglob("*")) if file.suffix in SUFFIXES and file.name != TO_READERS)
    for file in files:
        where = f"{name}/{file.relative_to(folder).as_posix()}"
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if match := TODO.search(line):
                found = f"TODO: {match[1].strip()}".rstrip(": ").rstrip(".")
                yield Finding(
                    where, "TODO", "what the author has to say", found, "Write it, and drop the TODO.", number
                )
