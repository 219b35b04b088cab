"""The number check: figures to work out, with feedback on the wrong ones that people are likely to reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any, Literal

from markupsafe import escape
from pydantic import BeforeValidator, Field, FiniteFloat, StringConstraints

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds.base import Fields, Kind, Proof, TaskSpec, Text, ToHtml, help_payload, inline, nothing_runs
from prepbook.load.located_yaml import Located
from prepbook.words import gettext
from prepbook.words import number as figure

PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
ROUNDING = 1e-9  # of a figure: what adding up in floats may be off by


class Tolerance(Fields):
    """How far a figure may be off: an amount in the part's unit, or a share of the figure."""

    amount: Annotated[FiniteFloat, Field(ge=0)] = 0
    """In the part's unit."""
    percent: Annotated[FiniteFloat, Field(ge=0, lt=100)] = 0
    """Of the figure."""

    def around(self, value: float) -> tuple[float, float]:
        """Return the lowest and the highest figure that count as `value`."""
        margin = self.amount + abs(value) * (self.percent / 100 + ROUNDING)
        return value - margin, value + margin

    def in_words(self, unit: str) -> str:
        """Return what the reader is told of it."""
        if self.percent:
            return gettext("Accepted within {percent}%.", percent=figure(f"{self.percent:g}"))
        amount = f"{figure(f'{self.amount:g}')} {unit}".rstrip()
        return gettext("Accepted within {amount}.", amount=amount) if self.amount else gettext("The exact figure.")


def _tolerance(value: Any) -> Any:
    """Take a number as an amount and a text such as "1%" as a share."""
    if isinstance(value, str) and (match := PERCENT.fullmatch(value.strip())):
        return {"percent": float(match[1])}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"amount": value}
    raise ValueError("an amount such as 0.05, or a share such as 1%")


_Amount = Annotated[float, Field(ge=0)]
_Share = Annotated[str, StringConstraints(pattern=rf"^\s*{PERCENT.pattern}\s*$")]
Tolerated = Annotated[Tolerance, BeforeValidator(_tolerance, json_schema_input_type=_Amount | _Share)]


class Likely(Fields):
    """A wrong figure that people reach, and what the mistake behind it is."""

    value: FiniteFloat
    """A wrong figure that people reach."""
    tolerance: Tolerated | None = None
    """How far off it may be and still count as that mistake; the part's unless it says another."""
    feedback: Text
    """The mistake behind it, in words."""


class Part(Fields):
    """One figure to work out."""

    prompt: Text
    """What figure is asked for."""
    unit: str = ""
    """Shown behind the field; readers may type it too."""
    answers: Annotated[list[FiniteFloat], Field(min_length=1)]
    """The right figure; several where the question can be read in more ways than one."""
    tolerance: Tolerated = Field(default=Tolerance(), json_schema_extra={"default": 0})
    """How far off an answer may be: an amount such as 0.05, or a share such as 1%."""
    right: Text
    """What a reader who got it is told."""
    likely: list[Likely] = Field(default=[])
    """Wrong figures that are recognized, each with its feedback. No two may overlap, nor any the answer."""

    def accepted(self) -> list[tuple[float, float]]:
        """Return the ranges in which a figure is right."""
        return [self.tolerance.around(value) for value in self.answers]

    def range_of(self, likely: Likely) -> tuple[float, float]:
        """Return the range in which a figure is taken for a likely wrong one."""
        return (likely.tolerance or self.tolerance).around(likely.value)


class NumberSpec(TaskSpec):
    """check.yml of a number check."""

    kind: Literal["number"]
    """`number`: work out figures."""
    parts: Annotated[list[Part], Field(min_length=1, max_length=8)]
    """One to eight figures."""
    solution: Text
    """The derivation, in Markdown."""


@dataclass(frozen=True)
class NumberCheck(Check):
    """A number check; all of it stands in check.yml."""

    spec: NumberSpec


def load(folder: Path, name: str, spec: NumberSpec) -> tuple[NumberCheck, list[Finding]]:
    """Make the check. Figures that can't be told from each other are findings."""
    file = Located.read(folder / "check.yml", f"{name}/check.yml")
    findings = [finding for number, part in enumerate(spec.parts) for finding in _faults(file, number, part)]
    return NumberCheck(folder.name, name, spec, spec.intro), findings


def _faults(file: Located, number: int, part: Part) -> Iterator[Finding]:
    for place, likely in enumerate(part.likely):
        for answer, accepted in zip(part.answers, part.accepted(), strict=True):
            if _overlap(part.range_of(likely), accepted):
                do = "Correct the figure, or make a tolerance smaller."
                found = f"{likely.value:g}, which the tolerance of the answer {answer:g} takes in"
                yield file.finding(("parts", number, "likely", place, "value"), "a wrong figure", found, do)
    for (first, one), (second, other) in combinations(enumerate(part.likely), 2):
        if _overlap(part.range_of(one), part.range_of(other)):
            do = "Merge the two, or make a tolerance smaller."
            found = f"{other.value:g}, which overlaps {one.value:g} of likely.{first}"
            expected = "a figure that can be told from the others"
            yield file.finding(("parts", number, "likely", second, "value"), expected, found, do)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def view(check: NumberCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the parts as HTML, each with its unit and how exact it has to be."""
    return {
        "prompt": md(check.prompt),
        "parts": [
            {
                "prompt": inline(md(part.prompt)),
                "unit": str(escape(part.unit)),
                "tolerance": str(escape(part.tolerance.in_words(part.unit))),
            }
            for part in check.spec.parts
        ],
    }


def payload(check: NumberCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the ranges that are right, and those that are a known mistake with its feedback."""
    return {
        "id": check.id,
        "parts": [
            {
                "unit": part.unit,
                "answers": part.answers,
                "accepted": part.accepted(),
                "right": md(part.right),
                "likely": [
                    {"value": likely.value, "range": part.range_of(likely), "feedback": md(likely.feedback)}
                    for likely in part.likely
                ],
            }
            for part in check.spec.parts
        ],
        **help_payload(check.spec, md),
    }


def cites(check: NumberCheck) -> list[str]:
    """Return the texts in which a number check may cite claims."""
    parts = check.spec.parts
    texts = [text for part in parts for text in (part.prompt, part.right)]
    return [*check.spec.help_texts(), *texts, *(likely.feedback for part in parts for likely in part.likely)]


KIND = Kind("number", NumberSpec, load, nothing_runs, view, payload, cites)
