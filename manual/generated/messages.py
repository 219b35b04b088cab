"""The page of messages: what the code says, and beside it what manual/messages.yml explains of it."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from manual.generated.said import said

EXPLAINED = Path(__file__).parents[1] / "messages.yml"


def messages() -> str:
    """Return every message with its explanation, by what it is about."""
    lines = said()
    return "\n\n".join(part for group in read_groups() for part in _section(group, lines))


def read_groups() -> list[dict[str, Any]]:
    """Return what manual/messages.yml holds."""
    groups: list[dict[str, Any]] = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
    return groups


def _section(group: Mapping[str, Any], lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield f"## {group['title']}"
    if group["about"]:
        yield group["about"]
    for entry in group["messages"]:
        yield _entry(entry, entry.get("shown") or lines[entry["of"]])


def _entry(entry: Mapping[str, Any], shown: Sequence[str]) -> str:
    """Return a term for each form of the message, and the explanation; an address of its own goes with the first."""
    anchor = f" {{ #m-{hashlib.sha256(entry['of'].encode()).hexdigest()[:8]} }}"
    terms = [_code(text) + (anchor if place == 0 else "") for place, text in enumerate(shown)]
    return "\n".join([*terms, f":   {entry['why']}"])


def _code(text: str) -> str:
    """Return a text as inline code, whatever backticks it holds."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    ticks, space = "`" * (longest + 1), " " if longest else ""
    return f"{ticks}{space}{text}{space}{ticks}"
