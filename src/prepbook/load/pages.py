"""Reads chapters for what they refer to: claims, snippets and checks, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from prepbook.book import List, Reference
from prepbook.errors import Finding

CITATION = re.compile(r"\[@(?P<ids>[A-Z]+\d+(?:\s*;\s*@[A-Z]+\d+)*)\]")
FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
INCLUDE = re.compile(r"""^\s*--8<--\s+["'](?P<path>[^"']+)["']\s*$""")
INLINE_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")
# How a block's header calls its limits: the limit, and the unit it is given in.
LIMITS = {
    "limit": ("seconds", "seconds"),
    "output-limit": ("output_kb", "kilobytes"),
    "memory-limit": ("memory_mb", "megabytes"),
}
_ATTRIBUTE = re.compile(r"""(?P<key>[\w-]+)=["'](?P<value>[^"']*)["']""")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its opening line (from 1), what stands behind the ticks, and the lines inside."""

    line: int
    info: str
    body: tuple[str, ...]

    @property
    def is_run(self) -> bool:
        """Whether the block asks to be runnable: `{ .python .run }`."""
        return self.info.startswith("{") and ".run" in self.info.strip("{} \t").split()

    @property
    def snippet(self) -> str | None:
        """The snippet's path, when the body is a single include line."""
        lines = [line for line in self.body if line.strip()]
        match = INCLUDE.match(lines[0]) if len(lines) == 1 else None
        return match["path"] if match else None

    @property
    def attributes(self) -> dict[str, str]:
        """The key="value" pairs of the header."""
        return {match["key"]: match["value"] for match in _ATTRIBUTE.finditer(self.info)}


def citation_ids(match: re.Match[str]) -> list[str]:
    """Return the ids inside one citation marker."""
    return [id.strip().lstrip("@") for id in match["ids"].split(";")]


def read_references(text: str, name: str) -> tuple[tuple[Reference, ...], list[Finding]]:
    """Find every reference in a page's Markdown. `name` is how findings call the page."""
    references: list[Reference] = []
    findings: list[Finding] = []
    for item in _fences_and_prose(text):
        if isinstance(item, Fence):
            found, wrong = _of_fence(item, name)
            references += found
            findings += wrong
        else:
            line, prose = item
            references += [
                Reference("claim", id, line)
                for match in CITATION.finditer(INLINE_CODE.sub("", prose))
                for id in citation_ids(match)
            ]
    return tuple(references), findings


def _of_fence(fence: Fence, name: str) -> tuple[list[Reference], list[Finding]]:
    if fence.info == "check":
        ids = [line.strip() for line in fence.body if line.strip()]
        if len(ids) == 1:
            return [Reference("check", ids[0], fence.line + 1)], []
        found = f"{len(ids)} lines" if ids else "nothing"
        return [], [Finding(name, "check", "one id of a check", found, "Write one id a block.", fence.line)]
    if fence.info in get_args(List):
        return [Reference("list", fence.info, fence.line)], []
    if fence.is_run:
        if fence.snippet:
            return _of_snippet(fence, fence.snippet, name)
        do = 'Move the code to snippets/ and include it with --8<-- "chapter/name.py".'
        return [], [Finding(name, "run", "one include line of a file in snippets/", "other code", do, fence.line)]
    return [], []


def _of_snippet(fence: Fence, path: str, name: str) -> tuple[list[Reference], list[Finding]]:
    attributes = fence.attributes
    limits: dict[str, int] = {}
    findings = []
    for key, (limit, unit) in LIMITS.items():
        value = attributes.get(key)
        if value is not None and value.isdecimal() and int(value) > 0:
            limits[limit] = int(value)
        elif value is not None:
            do = f'Write {key}="10", for instance, or leave it out for the book\'s own limit.'
            findings.append(Finding(name, key, f"a whole number of {unit} above 0", f'"{value}"', do, fence.line))
    data = tuple(attributes.get("data", "").split())
    session = attributes.get("session") or None
    return [Reference("snippet", path, fence.line + 1, data, session, limits)], findings


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield every line outside fenced blocks, with its number."""
    return (item for item in _fences_and_prose(text) if not isinstance(item, Fence))


def _fences_and_prose(text: str) -> Iterator[Fence | tuple[int, str]]:
    """Yield fenced blocks whole and every other line with its number."""
    opened: tuple[int, str, str] | None = None
    body: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = FENCE.match(line)
        if opened is None:
            if match:
                opened, body = (number, match["ticks"], match["info"]), []
            else:
                yield number, line
        elif match and match["ticks"].startswith(opened[1]) and not match["info"]:
            yield Fence(opened[0], opened[2], tuple(body))
            opened = None
        else:
            body.append(line)


def shifted(references: tuple[Reference, ...], lines: int) -> tuple[Reference, ...]:
    """Return the references `lines` further down, for text whose head was cut off."""
    return tuple(replace(reference, line=reference.line + lines) for reference in references)
