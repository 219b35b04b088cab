"""The classify check: items to put into a few named classes, with feedback on each class that each may get."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds import assignment
from prepbook.kinds.assignment import AssignmentSpec, Choice, Item
from prepbook.kinds.base import Kind, Proof, ToHtml, nothing_runs
from prepbook.load.located_yaml import Located


class ClassifySpec(AssignmentSpec):
    """check.yml of a classify check."""

    kind: Literal["classify"]
    """`classify`: put items into a few named classes."""
    classes: Annotated[dict[str, Choice], Field(min_length=2, max_length=5)]
    """Two to five classes: the name of each by its key. Plain text."""
    items: Annotated[list[Item], Field(min_length=3, max_length=16)]
    """Three to sixteen items; each class gets one at least."""


@dataclass(frozen=True)
class ClassifyCheck(Check):
    """A classify check; all of it stands in check.yml."""

    spec: ClassifySpec


def load(folder: Path, name: str, spec: ClassifySpec) -> tuple[ClassifyCheck, list[Finding]]:
    """Make the check. Items and classes that don't fit, and classes that stay empty, are findings."""
    file = Located.read(folder / "check.yml", f"{name}/check.yml")
    findings = list(assignment.faults(file, spec.items, spec.classes))
    for key in sorted(set(spec.classes) - {item.answer for item in spec.items}):
        do = "Add an item, or remove the class: readers would look for one."
        findings.append(file.finding(("classes", key), "an item that belongs to it", "none", do))
    return ClassifyCheck(folder.name, name, spec, spec.intro), findings


def view(check: ClassifyCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return items and classes as HTML, in the author's order."""
    return assignment.view(check.spec, check.spec.classes, md)


def payload(check: ClassifyCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return each item's class, and the feedback on each class."""
    return assignment.payload(check.id, check.spec, check.spec.classes, md)


def cites(check: ClassifyCheck) -> list[str]:
    """Return the texts in which a classify check may cite claims."""
    return assignment.cites(check.spec)


KIND = Kind("classify", ClassifySpec, load, nothing_runs, view, payload, cites)
