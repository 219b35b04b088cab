"""The book's other editions, a PDF or an EPUB, which the site offers where they have been made."""

from dataclasses import dataclass
from pathlib import Path

from prepbook.words import gettext, marked, number

FOLDER = "downloads"
"""Where they are, from the site's root."""

_KINDS = {".pdf": ("PDF", marked("pages as printed")), ".epub": ("EPUB", marked("for e-readers"))}


@dataclass(frozen=True)
class Download:
    """One file that the site offers, or would, were it there."""

    source: Path

    @property
    def is_made(self) -> bool:
        """Whether the file is there."""
        return self.source.is_file()

    @property
    def url(self) -> str:
        """Where it is, from the site's root."""
        return f"{FOLDER}/{self.source.name}"

    @property
    def kind(self) -> str:
        """What readers call such a file."""
        return _KINDS.get(self.source.suffix, (self.source.suffix.removeprefix(".").upper(), ""))[0]

    @property
    def purpose(self) -> str:
        """What it is good for, in a few words; empty for a kind that we don't know."""
        purpose = _KINDS.get(self.source.suffix, ("", ""))[1]
        return gettext(purpose) if purpose else ""

    @property
    def size(self) -> str:
        """Its size for readers, in megabytes: "7.5 MB"."""
        return gettext("{size} MB", size=number(f"{max(self.source.stat().st_size / 1e6, 0.1):.1f}"))


def read_downloads(root: Path, names: list[str]) -> list[Download]:
    """Return the files that mkdocs.yml names, relative to its folder."""
    return [Download(root / name) for name in names]
