"""The rubric: a text written against the clock, scored by its writer, then compared with three model answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from prepbook.book import Check
from prepbook.errors import Finding, suggestion
from prepbook.kinds.base import BaseSpec, Fields, Grader, Kind, Proof, Text, ToHtml

RANKS = ("weak", "fair", "strong")  # the examples, from the one that must score least


class Criterion(Fields):
    """One thing that counts: why, and what a text shows at each level, from 0 up."""

    id: Text
    """What the examples' scores call it by."""
    title: Text
    """What counts."""
    why: Text
    """Why it counts."""
    levels: Annotated[list[Text], Field(min_length=2, max_length=6)]
    """What a text shows at each level: two to six, from 0 points up."""

    @property
    def best(self) -> int:
        """The highest level."""
        return len(self.levels) - 1


class Score(Fields):
    """The level that an author gives an example for one criterion, and the reason."""

    level: Annotated[int, Field(ge=0)]
    """The points that the author gives."""
    why: Text
    """The reason, which a reader compares with their own."""


class Examples(Fields):
    """What the author scores each example, by criterion; their texts are weak.md, fair.md and strong.md."""

    weak: dict[str, Score]
    """Scores of weak.md, by the id of the criterion."""
    fair: dict[str, Score]
    """Scores of fair.md; more points together than weak.md has."""
    strong: dict[str, Score]
    """Scores of strong.md; more points together than fair.md has."""

    def of(self, rank: str) -> dict[str, Score]:
        """Return the scores of one example."""
        scores: dict[str, Score] = getattr(self, rank)
        return scores


class RubricSpec(BaseSpec):
    """check.yml of a rubric."""

    kind: Literal["rubric"]
    """`rubric`: write a text, then score it."""
    pass_at: Annotated[int, Field(ge=1)]
    """The points from which a text passes; the weak example stays below and the strong one doesn't."""
    criteria: Annotated[list[Criterion], Field(min_length=2, max_length=8)]
    """Two to eight things that count."""
    examples: Examples
    """What the author scores the three examples."""

    @property
    def best(self) -> int:
        """The points of a text that is at the highest level of each criterion."""
        return sum(criterion.best for criterion in self.criteria)


@dataclass(frozen=True)
class RubricCheck(Check):
    """A rubric with its examples."""

    spec: RubricSpec
    examples: Mapping[str, str] = field(default_factory=dict)  # Markdown by rank

    def total(self, rank: str) -> int:
        """Return the points that the author gives an example."""
        return sum(score.level for score in self.spec.examples.of(rank).values())


# ------------------------------------------------------------------ load


def load(folder: Path, name: str, spec: RubricSpec) -> tuple[RubricCheck, list[Finding]]:
    """Read the prompt and the examples of a rubric; `name` is how findings call its folder."""
    findings: list[Finding] = []
    texts = {part: _needed(folder, name, f"{part}.md", findings) for part in ("prompt", *RANKS)}
    findings += _unscored(name, spec)
    return RubricCheck(folder.name, name, spec, texts.pop("prompt"), texts), findings


def _needed(folder: Path, name: str, part: str, findings: list[Finding]) -> str:
    file = folder / part
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if not text.strip():
        findings.append(Finding(name, part, "the file, with a text", "none", f"Write {name}/{part}."))
    return text


def _unscored(name: str, spec: RubricSpec) -> Iterator[Finding]:
    """Find criteria that share an id, and scores that no reader could follow."""
    file = f"{name}/check.yml"
    criteria = {criterion.id: criterion for criterion in spec.criteria}
    if len(criteria) < len(spec.criteria):
        yield Finding(file, "criteria", "an id of its own for each", "one id twice", "Rename one of them.")
    for rank in RANKS:
        scores = spec.examples.of(rank)
        for id in criteria.keys() - scores.keys():
            do = "Score it, and say why."
            yield Finding(file, f"examples.{rank}.{id}", "a level and why", "none", do)
        for id, score in scores.items():
            where = f"examples.{rank}.{id}"
            if id not in criteria:
                do = suggestion(id, criteria, "Remove it.")
                yield Finding(file, where, "the id of a criterion", f'"{id}"', do)
            elif score.level > criteria[id].best:
                do = "Correct the score, or describe that level."
                yield Finding(file, where, f"a level from 0 to {criteria[id].best}", str(score.level), do)


# --------------------------------------------------------------- examine


def examine(check: RubricCheck, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Score the examples: they must come out in their order, and on the right side of the threshold."""
    return Proof(), list(_faults(check))


def _faults(check: RubricCheck) -> Iterator[Finding]:
    file = f"{check.folder}/check.yml"
    totals = {rank: check.total(rank) for rank in RANKS}
    for lower, higher in pairwise(RANKS):
        if totals[higher] <= totals[lower]:
            expected = f"more points for {higher} than for {lower}"
            do = "Score again, or write a better text: readers learn from the difference."
            yield Finding(file, "examples", expected, f"{totals[higher]} and {totals[lower]}", do)
    needed = check.spec.pass_at
    if needed > check.spec.best:
        do = "Ask for less, or add a criterion."
        yield Finding(file, "pass_at", f"at most {check.spec.best}, all points there are", str(needed), do)
    elif not totals["weak"] < needed <= totals["strong"]:
        expected = "a threshold that the strong example reaches and the weak one doesn't"
        found = f"{needed}, with {totals['weak']} for weak and {totals['strong']} for strong"
        yield Finding(file, "pass_at", expected, found, "Move the threshold.")


# ------------------------------------------------------------------ show


def view(check: RubricCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the prompt and the criteria as HTML."""
    return {
        "prompt": md(check.prompt),
        "criteria": [
            {
                "id": criterion.id,
                "title": criterion.title,
                "why": md(criterion.why),
                "levels": [md(level) for level in criterion.levels],
            }
            for criterion in check.spec.criteria
        ],
        "best": check.spec.best,
        "pass_at": check.spec.pass_at,
    }


def payload(check: RubricCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the threshold, and the examples with their scores in the order of the criteria."""
    return {
        "id": check.id,
        "pass_at": check.spec.pass_at,
        "examples": [_example(check, rank, md) for rank in RANKS],
    }


def _example(check: RubricCheck, rank: str, md: ToHtml) -> dict[str, Any]:
    scores = check.spec.examples.of(rank)
    rows = [
        {"title": criterion.title, "level": scores[criterion.id].level, "why": md(scores[criterion.id].why)}
        for criterion in check.spec.criteria
    ]
    return {"rank": rank, "html": md(check.examples[rank]), "total": check.total(rank), "scores": rows}


def cites(check: RubricCheck) -> list[str]:
    """Return the texts in which a rubric may cite claims."""
    return [check.prompt, *_texts(check.spec), *check.examples.values()]


def _texts(spec: RubricSpec) -> Iterator[str]:
    for criterion in spec.criteria:
        yield from (criterion.why, *criterion.levels)
    for rank in RANKS:
        yield from (score.why for score in spec.examples.of(rank).values())


KIND = Kind("rubric", RubricSpec, load, examine, view, payload, cites)
