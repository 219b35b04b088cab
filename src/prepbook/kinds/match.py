"""The match check: to each item the one thing that belongs to it, among some that belong to none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds import assignment
from prepbook.kinds.assignment import AssignmentSpec, Choice, Item
from prepbook.kinds.base import Kind, Proof, ToHtml, mixed, nothing_runs
from prepbook.load.located_yaml import Located


class MatchSpec(AssignmentSpec):
    """check.yml of a match check; a choice that no item names is a distractor."""

    kind: Literal["match"]
    """`match`: give each item the one thing that belongs to it."""
    choices: Annotated[dict[str, Choice], Field(min_length=3, max_length=12)]
    """Three to twelve choices: the text of each by its key. One that no item names is a distractor. Plain text."""
    items: Annotated[list[Item], Field(min_length=2, max_length=10)]
    """Two to ten items, no two with the same answer."""


@dataclass(frozen=True)
class MatchCheck(Check):
    """A match check; all of it stands in check.yml."""

    spec: MatchSpec

    def shown(self) -> dict[str, str]:
        """Return the choices in the order they are shown: an author writes them beside their items."""
        return dict(mixed(list(self.spec.choices.items()), lambda choice: f"{self.id}: {choice[0]}"))


def load(folder: Path, name: str, spec: MatchSpec) -> tuple[MatchCheck, list[Finding]]:
    """Make the check; items and choices that don't fit each other are findings."""
    file = Located.read(folder / "check.yml", f"{name}/check.yml")
    findings = [*assignment.faults(file, spec.items, spec.choices), *_shared(file, spec)]
    return MatchCheck(folder.name, name, spec, spec.intro), findings


def _shared(file: Located, spec: MatchSpec) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, item in enumerate(spec.items):
        if item.answer in seen:
            do = "Give each item its own, or make it a classify check."
            found = f'"{item.answer}", the answer of items.{seen[item.answer]} too'
            yield file.finding(("items", number, "answer"), "a choice of its own", found, do)
        seen.setdefault(item.answer, number)


def view(check: MatchCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return items and mixed choices as HTML."""
    return assignment.view(check.spec, check.shown(), md)


def payload(check: MatchCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what belongs to what, and the feedback on each pair."""
    return assignment.payload(check.id, check.spec, check.shown(), md)


def cites(check: MatchCheck) -> list[str]:
    """Return the texts in which a match check may cite claims."""
    return assignment.cites(check.spec)


KIND = Kind("match", MatchSpec, load, nothing_runs, view, payload, cites)
