"""Remembers, from one build to the next, what was found in texts, and which programs found it."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import prepbook

_MADE_BY = ("markdown", "mkdocs", "mkdocs-material", "pygments", "pymdown-extensions", "jinja2", "babel")
_OWN = ("*.py", "*.html", "*.po")


class Remembered:
    """What was found in texts, by their hashes; `file` holds what the last build asked for, and no more."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before = _read(file)
        self._now: dict[str, Any] = {}

    def of[Found](self, text: str, find: Callable[[str], Found]) -> Found:
        """Return what `find` finds in a text, which JSON must be able to hold."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else find(text)
        found: Found = self._now[key]
        return found

    def keep(self) -> None:
        """Write what was asked for since the file was read."""
        write_whole(self._file, {"made_by": made_by(), "found": self._now})


@cache
def made_by() -> str:
    """Return a name of the programs that make pages: their versions, and prepbook's own sources."""
    own = Path(prepbook.__file__).parent
    digest = hashlib.sha256("\0".join(version(name) for name in _MADE_BY).encode())
    for file in (file for pattern in _OWN for file in sorted(own.rglob(pattern))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def hash_of(parts: Iterable[str]) -> str:
    """Return one name for several texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def write_whole(file: Path, content: Any) -> None:
    """Write a file of JSON that appears whole or not at all: two builds may share its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}.{id(content)}")
    partial.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    partial.replace(file)


def _read(file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(kept, dict) and kept.get("made_by") == made_by()
    return kept["found"] if is_ours else {}
