"""Findings: what an author got wrong, said so that it can be mended without reading our code."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


class PrintError(Exception):
    """The book can't be printed or bound; the message says what to do."""


@dataclass(frozen=True)
class Finding:
    """One mistake: where it is, what was expected there, what was found, what to do."""

    file: str
    """The file, relative to the book's root."""
    field: str
    """The element, key or part of the file that is wrong."""
    expected: str
    """What ought to be there."""
    found: str
    """What is there."""
    do: str
    """What mends it, as a sentence."""
    line: int | None = None
    """The line in the file, from 1, where one is known."""

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.field}: expected {self.expected}, found {self.found}. {self.do}"

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """Findings are read file by file, from top to bottom."""
        return (self.file, self.line or 0, self.field)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, file by file, from top to bottom."""
    once = dict.fromkeys(findings)  # not a set: those of one line stand in the order in which they were found
    return sorted(once, key=lambda finding: finding.sort_key)


def report(findings: Iterable[Finding]) -> str:
    """All findings as one text, one a line, with their count first; empty when there is none."""
    lines = [str(finding) for finding in ordered(findings)]
    if not lines:
        return ""
    count = "1 finding" if len(lines) == 1 else f"{len(lines)} findings"
    return "\n".join([f"prepbook has {count}:", *lines])


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return what to do about an unknown name: the closest known one, or the general advice."""
    close = get_close_matches(name, list(known), n=1)
    return f'Did you mean "{close[0]}"?' if close else otherwise
