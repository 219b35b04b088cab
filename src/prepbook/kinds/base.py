"""What every kind of check has in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from prepbook.book import Check
from prepbook.errors import Finding

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Report = dict[str, Any]
Judge = Callable[[list[dict[str, Any]]], list[Report]]  # many judge requests in, their reports out, in order
ToHtml = Callable[[str], str]  # Markdown to HTML


class BaseSpec(BaseModel):
    """The fields of check.yml that all kinds share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    title: Text
    pillar: Text
    level: str = ""
    minutes: int = Field(ge=1, le=240)
    claims: list[str] = []


@dataclass(frozen=True)
class Proof:
    """What running a check showed; a kind that runs nothing has an empty one."""

    tests: tuple[str, ...] = ()  # the ids that its tests report, in order
    signatures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by name of the wrong answer
    cases: tuple[Mapping[str, Any], ...] = ()  # reports of the tests that a reader sees before any attempt
    drawn: bool = False  # whether a test draws its inputs by the attempt's seed


@dataclass(frozen=True)
class Kind:
    """One kind of check: its model and its functions."""

    name: str
    spec: type[BaseSpec]
    load: Callable[[Path, str, Any], tuple[Check, list[Finding]]]
    examine: Callable[[Any, Judge], tuple[Proof, list[Finding]]]
    view: Callable[[Any, Proof, ToHtml], dict[str, Any]]
    payload: Callable[[Any, Proof, ToHtml], dict[str, Any]]
    cites: Callable[[Any], list[str]]  # the Markdown texts of the check, in which it may cite claims
