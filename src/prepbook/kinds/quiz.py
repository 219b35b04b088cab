"""The quiz: questions with one or several right options, and feedback on every option."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds.base import Fields, Kind, Proof, TaskSpec, Text, ToHtml, help_payload, inline, nothing_runs


class Option(Fields):
    """One option: what it says, whether it is right, and what a reader who chose it is told."""

    text: Text
    """What the option says."""
    correct: bool = False
    """Whether it is right."""
    feedback: Text
    """What a reader who chose it is told, right or wrong."""


# For editors, the first half of the validator below.
_RIGHT: dict[str, Any] = {"properties": {"correct": {"const": True}}, "required": ["correct"]}
_HAS_A_RIGHT_OPTION: dict[str, Any] = {"allOf": [{"properties": {"options": {"contains": _RIGHT}}}]}


class Question(Fields):
    """One question; `multiple` asks for all options that apply."""

    model_config = ConfigDict(json_schema_extra=_HAS_A_RIGHT_OPTION)
    prompt: Text
    """The question."""
    multiple: bool = False
    """Whether all options that apply are asked for; else one is right."""
    options: Annotated[list[Option], Field(min_length=2)]
    """Two or more."""

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        right = sum(option.correct for option in self.options)
        if right == 0 or (right > 1 and not self.multiple):
            raise ValueError("one correct option (or several, with multiple: true)")
        return self


class QuizSpec(TaskSpec):
    """check.yml of a quiz."""

    kind: Literal["quiz"]
    """`quiz`: choose among options."""
    questions: Annotated[list[Question], Field(min_length=1)]
    """One or more questions."""


@dataclass(frozen=True)
class QuizCheck(Check):
    """A quiz; all of it stands in check.yml."""

    spec: QuizSpec


def load(folder: Path, name: str, spec: QuizSpec) -> tuple[QuizCheck, list[Finding]]:
    """Make the quiz; there are no files beside check.yml."""
    return QuizCheck(folder.name, name, spec, spec.intro), []


def view(check: QuizCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the questions as HTML."""
    return {
        "prompt": md(check.prompt),
        "questions": [
            {
                "prompt": md(question.prompt),
                "multiple": question.multiple,
                "options": [inline(md(option.text)) for option in question.options],
            }
            for question in check.spec.questions
        ],
    }


def payload(check: QuizCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what is right, and the feedback on each option."""
    return {
        "id": check.id,
        "questions": [
            {
                "multiple": question.multiple,
                "options": [
                    {"correct": option.correct, "feedback": md(option.feedback)} for option in question.options
                ],
            }
            for question in check.spec.questions
        ],
        **help_payload(check.spec, md),
    }


def cites(check: QuizCheck) -> list[str]:
    """Return the texts in which a quiz may cite claims."""
    return list(_texts(check.spec))


def _texts(spec: QuizSpec) -> Iterator[str]:
    yield from spec.help_texts()
    for question in spec.questions:
        yield question.prompt
        for option in question.options:
            yield option.text
            yield option.feedback


KIND = Kind("quiz", QuizSpec, load, nothing_runs, view, payload, cites)
