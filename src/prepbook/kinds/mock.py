"""The mock interview: other checks in an order, some of them drawn, under one clock, with a report at the end."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds.base import BaseSpec, Fields, Grader, Kind, Proof, Text, ToHtml

_ONE_SOURCE: list[Any] = [{"required": ["check"]}, {"required": ["draw"]}]  # for editors, as the validator below


class Draw(Fields):
    """So many checks of a list, drawn by seed."""

    model_config = ConfigDict(populate_by_name=True)
    pool: Annotated[list[Text], Field(alias="from", min_length=2)]
    """Ids of the checks to draw from."""
    count: Annotated[int, Field(ge=1)]
    """How many of them are drawn; fewer than there are."""

    @model_validator(mode="after")
    def _is_a_choice(self) -> Self:
        if self.count >= len(self.pool):
            raise ValueError(f"a count below {len(self.pool)}, the length of its list")
        return self


class Part(Fields):
    """One part of a mock: a check, or a draw of checks; what is judged in it, and what to do where it isn't passed."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_SOURCE})
    title: Text
    """The heading of the part, in the plan and in the report."""
    check: Text | None = None
    """The id of the check that this part is. Either this or `draw`."""
    draw: Draw | None = None
    """Checks of which some are drawn anew for each sitting."""
    judged: Text
    """What is judged in this part; shown in the plan."""
    next: Text
    """What to do where the part wasn't passed; shown in the report."""
    minutes: Annotated[int, Field(ge=1)] | None = None
    """The part's share of the clock: given for every part or for none."""

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if (self.check is None) == (self.draw is None):
            raise ValueError("either check: or draw:")
        return self

    @property
    def pool(self) -> list[str]:
        """The ids of the checks that it may consist of."""
        return self.draw.pool if self.draw else [self.check or ""]

    @property
    def count(self) -> int:
        """How many of them it consists of."""
        return self.draw.count if self.draw else 1


class MockSpec(BaseSpec):
    """check.yml of a mock; `minutes` is the clock."""

    kind: Literal["mock"]
    """`mock`: other checks in a row, under one clock, with a report at the end."""
    intro: str = ""
    """Markdown above the plan."""
    parts: Annotated[list[Part], Field(min_length=1, max_length=8)]
    """One to eight parts, in their order."""


@dataclass(frozen=True)
class MockCheck(Check):
    """A mock; all of it stands in check.yml."""

    spec: MockSpec


def load(folder: Path, name: str, spec: MockSpec) -> tuple[MockCheck, list[Finding]]:
    """Make the mock; there are no files beside check.yml."""
    return MockCheck(folder.name, name, spec, spec.intro), [*_twice(name, spec), *_misplanned(name, spec)]


def _twice(name: str, spec: MockSpec) -> Iterator[Finding]:
    for id, times in Counter(id for part in spec.parts for id in part.pool).items():
        if times > 1:
            expected = "each check in one part, once"
            yield Finding(f"{name}/check.yml", "parts", expected, f'"{id}" again', "Keep one of them.")


def _misplanned(name: str, spec: MockSpec) -> Iterator[Finding]:
    """Find shares of the clock that don't make up the clock."""
    shares = [part.minutes for part in spec.parts]
    if not any(shares) or (all(shares) and sum(share or 0 for share in shares) == spec.minutes):
        return
    expected = f"minutes for each part, {spec.minutes} together, or for none"
    found = ", ".join(str(share or "none") for share in shares)
    yield Finding(f"{name}/check.yml", "parts.minutes", expected, found, "Divide the clock again.")


def examine(check: MockCheck, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Nothing of a mock runs; the checks it is made of prove themselves."""
    return Proof(), []


def view(check: MockCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the plan: each part with the ids of its checks."""
    return {
        "prompt": md(check.prompt),
        "is_drawn": any(part.draw for part in check.spec.parts),
        "parts": [
            {
                "title": part.title,
                "judged": md(part.judged),
                "count": part.count,
                "pool": part.pool,
                "minutes": part.minutes,
            }
            for part in check.spec.parts
        ],
    }


def payload(check: MockCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what a draw and a report need; titles and places of the checks are added by who draws the page."""
    return {
        "id": check.id,
        "title": check.spec.title,
        "minutes": check.spec.minutes,
        "parts": [
            {
                "title": part.title,
                "judged": md(part.judged),
                "next": md(part.next),
                "count": part.count,
                "pool": part.pool,
                "minutes": part.minutes,
            }
            for part in check.spec.parts
        ],
    }


def cites(check: MockCheck) -> list[str]:
    """Return the texts in which a mock may cite claims."""
    return [check.prompt, *(text for part in check.spec.parts for text in (part.judged, part.next))]


def consists_of(check: MockCheck) -> list[str]:
    """Return the ids of the checks that may be part of it."""
    return [id for part in check.spec.parts for id in part.pool]


KIND = Kind("mock", MockSpec, load, examine, view, payload, cites, consists_of)
