"""What every kind of check has in common."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from prepbook.book import Check
from prepbook.errors import Finding

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Hints = Annotated[list[Text], Field(max_length=5)]  # from a nudge to nearly the answer
Report = dict[str, Any]
Request = dict[str, Any]
ToHtml = Callable[[str], str]  # Markdown to HTML


class Grader(Protocol):
    """Who runs what the author wrote: many requests in, their reports out, in order."""

    def run(self, requests: list[Request]) -> list[Report]:
        """Execute programs."""

    def judge(self, requests: list[Request]) -> list[Report]:
        """Judge answers with tests."""


class Fields(BaseModel):
    """Fields of check.yml. The text below each describes it to authors: in the manual, and in editors."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class BaseSpec(Fields):
    """The fields of check.yml that all kinds share."""

    kind: str
    """Which kind of check it is; it decides which other fields there are."""
    title: Text
    """The heading over the check, and its name in lists."""
    pillar: Text
    """The folder of checks/ in which the check stands, as `pillars` in mkdocs.yml names it."""
    level: str = ""
    """For whom it is meant, in your words; shown beside the title."""
    minutes: int = Field(ge=1, le=240)
    """How long a reader will need. For a mock it is the clock."""
    claims: list[str] = []
    """Ids of the claims that the check's texts cite; every one that they cite has to be here."""


class TaskSpec(BaseSpec):
    """The fields shared by kinds that are all data: nothing of them runs, and all of it stands in check.yml."""

    intro: str = ""
    """Markdown above the questions."""
    hints: Hints = []
    """Up to five, from a nudge to nearly the answer; a reader asks for one at a time."""
    solution: str = ""
    """Markdown that explains the answers; shown when a reader asks for it."""

    def help_texts(self) -> list[str]:
        """Return the texts around the questions, in which claims may be cited."""
        return [self.intro, *self.hints, self.solution]


@dataclass(frozen=True)
class Proof:
    """What running a check showed; a kind that runs nothing has an empty one."""

    tests: tuple[str, ...] = ()  # the ids that its tests report, in order
    signatures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by name of the wrong answer
    cases: tuple[Mapping[str, Any], ...] = ()  # reports of the tests that a reader sees before any attempt
    drawn: bool = False  # whether a test draws its inputs by the attempt's seed
    plays: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # what a simulation's plays came to, by id
    chart: Mapping[str, Any] = field(default_factory=dict)  # the solution's curves and their picture; see curves.py


def _of_itself(check: Any) -> list[str]:
    return []


@dataclass(frozen=True)
class Kind:
    """One kind of check: its model and its functions."""

    name: str
    spec: type[BaseSpec]
    load: Callable[[Path, str, Any], tuple[Check, list[Finding]]]
    examine: Callable[[Any, Grader], tuple[Proof, list[Finding]]]
    view: Callable[[Any, Proof, ToHtml], dict[str, Any]]
    payload: Callable[[Any, Proof, ToHtml], dict[str, Any]]
    cites: Callable[[Any], list[str]]  # the Markdown texts of the check, in which it may cite claims
    consists_of: Callable[[Any], list[str]] = _of_itself  # the ids of other checks that it may be made of
    listed_as: str = ""  # in book.json, whose kinds are fixed; empty for its own name


def nothing_runs(check: Check, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Examine a kind that is all data: its model and `load` have said what there is to say."""
    return Proof(), []


def help_payload(spec: TaskSpec, md: ToHtml) -> dict[str, Any]:
    """Return what the page's script shows of the help: the ladder of hints, and the solution apart from it."""
    return {"hints": [md(hint) for hint in spec.hints], "solution": md(spec.solution)}


def inline(html: str) -> str:
    """Return the HTML of a single paragraph without its wrapping, to stand inside a label."""
    stripped = html.strip()
    one_paragraph = stripped.startswith("<p>") and stripped.endswith("</p>") and stripped.count("<p>") == 1
    return stripped[3:-4] if one_paragraph else stripped


def mixed[Item](items: Sequence[Item], key: Callable[[Item], str]) -> list[Item]:
    """Return the items in an order that looks like chance, is the same in every build, and never the given one.

    It hangs on the items' keys alone, so that a new item leaves the others where they were.
    """
    order = sorted(items, key=lambda item: hashlib.sha256(key(item).encode()).digest())
    return order if order != list(items) else [*order[1:], *order[:1]]
