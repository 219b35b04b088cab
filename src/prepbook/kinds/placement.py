"""The placement: answers about oneself, and a prediction of the level that each of several documents would name.

The documents needn't agree, and no level is the right one: what is judged are the predictions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import escape

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds.base import Grader, Kind, Proof, ToHtml, help_payload
from prepbook.kinds.placement_faults import faults_of_names, faults_of_walk
from prepbook.kinds.placement_spec import Asks, Document, PlacementSpec
from prepbook.load.located_yaml import Located
from prepbook.words import gettext

SILENT = "?"  # the menu's value for "doesn't say"; ids can't be that


@dataclass(frozen=True)
class PlacementCheck(Check):
    """A placement; all of it stands in check.yml."""

    spec: PlacementSpec
    file: Located = field(default_factory=lambda: Located("check.yml", None))


def load(folder: Path, name: str, spec: PlacementSpec) -> tuple[PlacementCheck, list[Finding]]:
    """Make the check; names that nothing has are findings."""
    file = Located.read(folder / "check.yml", f"{name}/check.yml")
    return PlacementCheck(folder.name, name, spec, spec.intro, file), list(faults_of_names(file, spec))


def examine(check: PlacementCheck, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Try every combination of answers: each level, option, document and text must be of use for some of them."""
    if any(faults_of_names(check.file, check.spec)):
        return Proof(), []  # `load` has said so, and what can't be named can't be tried
    return Proof(), list(faults_of_walk(check.file, check.spec))


def view(check: PlacementCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the questions, and each document with what its menu offers and what its levels ask for in words."""
    return {
        "prompt": md(check.prompt),
        "questions": [
            {
                "id": question.id,
                "text": str(escape(question.text)),
                "options": [{"key": key, "text": str(escape(text))} for key, text in question.options.items()],
            }
            for question in check.spec.questions
        ],
        "documents": [_document(check.spec, document, md) for document in check.spec.documents],
    }


def _document(spec: PlacementSpec, document: Document, md: ToHtml) -> dict[str, Any]:
    names = [str(escape(name)) for name in document.names]
    levels = [
        {"key": level.id, "name": str(escape(level.name)), "asks": _in_words(spec, level.asks)}
        for level in document.levels
    ]
    return {
        "title": str(escape(document.title)),
        "about": md(document.about),
        "levels": levels,
        "choices": [
            *({"key": level["key"], "text": level["name"]} for level in levels),
            *({"key": f"={number}", "text": name} for number, name in enumerate(names)),
            {"key": SILENT, "text": gettext("Doesn't say")},
        ],
        "silences": [_in_words(spec, asks) for asks in (document.silent.when if document.silent else ())],
    }


def _in_words(spec: PlacementSpec, asks: Asks) -> list[dict[str, Any]]:
    questions = {question.id: question for question in spec.questions}
    return [
        {
            "question": str(escape(questions[id].text)),
            "options": [str(escape(questions[id].options[option])) for option in options],
        }
        for id, options in asks.items()
    ]


def payload(check: PlacementCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what each level asks for, why a document names it, and why documents part."""
    return {
        "id": check.id,
        "questions": [question.model_dump() for question in check.spec.questions],
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "levels": [{**level.model_dump(), "why": md(level.why)} for level in document.levels],
                "silent": {**document.silent.model_dump(), "why": md(document.silent.why)} if document.silent else None,
            }
            for document in check.spec.documents
        ],
        "differences": [{"between": each.between, "why": md(each.why)} for each in check.spec.differences],
        **help_payload(check.spec, md),
    }


def cites(check: PlacementCheck) -> list[str]:
    """Return the texts in which a placement may cite claims."""
    return [*check.spec.help_texts(), *_texts(check.spec)]


def _texts(spec: PlacementSpec) -> Iterator[str]:
    for question in spec.questions:
        yield from (question.text, *question.options.values())
    for document in spec.documents:
        yield from (document.title, document.about, *document.names)
        for level in document.levels:
            yield from (level.name, level.why)
        if document.silent:
            yield document.silent.why
    yield from (difference.why for difference in spec.differences)


KIND = Kind("placement", PlacementSpec, load, examine, view, payload, cites, listed_as="match")
