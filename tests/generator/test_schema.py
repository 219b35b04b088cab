"""The JSON schema of check.yml says what the models say: editors and the build agree."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from prepbook.cli import main
from prepbook.kinds import KINDS
from prepbook.schema import FILE, NAME, check_schema, schema_text
from tests.generator import (
    test_charts,
    test_check_findings,
    test_findings,
    test_interviews,
    test_placements,
    test_simulations,
    test_task_findings,
)
from tests.site import gamebook

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(check_schema())
RIGHT = [*ROOT.glob("checks/*/*/check.yml"), *ROOT.glob("src/prepbook/templates/**/check.yml")]
BY_FILES: list[dict[str, Any]] = [
    test_charts.FAULTS,
    test_check_findings.MISTAKES,
    test_findings.MISTAKES,
    test_interviews.MISTAKES,
]


def mistaken() -> Iterator[tuple[str, str]]:
    """Give each check.yml that the tests of findings break, with the mistake's name."""
    for table in BY_FILES:
        for name, (files, _) in table.items():
            yield from ((name, text) for file, text in files.items() if file.endswith("check.yml") and text)
    yield from ((name, text) for name, (text, _) in test_task_findings.MISTAKES.items())
    for name, (old, new, _) in test_placements.MISTAKES.items():
        yield name, test_placements.PLACEMENT.replace(old, new)
    for name, (file, old, new, *_) in test_simulations.FAULTS.items():
        if file.endswith("check.yml"):
            yield name, gamebook.CHECK.replace(old, new)


MISTAKES = [(name, text) for name, text in mistaken() if "kind: [code" not in text]  # that is no YAML at all


def data_of(text: str) -> Any:
    """Read YAML as an editor does, whose keys are texts."""
    return json.loads(json.dumps(yaml.safe_load(text)))


def faults_of_shape(text: str) -> list[str] | None:
    """Return what the build's model finds wrong in a field's shape; None where it finds something only code can."""
    data = yaml.safe_load(text)
    if data.get("kind") not in KINDS:
        return ["kind"]
    try:
        KINDS[data["kind"]].spec.model_validate(data)
    except ValidationError as error:
        types = [detail["type"] for detail in error.errors()]
        return [type for type in types if type != "value_error"] or None
    return []


def test_schema_that_is_shipped_is_the_models_own() -> None:
    """After a change of a kind: prepbook schema > src/prepbook/check.schema.json."""
    assert FILE.read_text(encoding="utf-8") == schema_text()
    Draft202012Validator.check_schema(check_schema())


@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_right_check_is_right_in_an_editor(file: Path) -> None:
    """Each of this book, and each that `prepbook new` makes: nothing right is underlined."""
    text = file.read_text(encoding="utf-8").replace("PILLAR", "basics")
    assert [error.message for error in VALIDATOR.iter_errors(data_of(text))] == []


@pytest.mark.parametrize(("name", "text"), MISTAKES, ids=[name for name, _ in MISTAKES])
def test_editor_underlines_what_the_model_refuses_and_nothing_else(name: str, text: str) -> None:
    """A mistake that takes code to find, as two ids that are the same, an editor may miss."""
    faults = faults_of_shape(text)
    if faults is not None:
        assert VALIDATOR.is_valid(data_of(text)) == (not faults), faults


def test_mistakes_of_shape_are_among_those_that_are_tried() -> None:
    """So that the test above isn't empty."""
    assert sum(bool(faults_of_shape(text)) for _, text in MISTAKES) >= 8


TWO_SOURCES = "{title: T, judged: J, next: N, check: a, draw: {from: [a, b], count: 1}}"
ALL_WRONG = "{prompt: P, options: [{text: A, feedback: F}, {text: B, feedback: F}]}"

# name: what stands in check.yml besides title, pillar and minutes
BY_VALIDATOR = {
    "part of a mock with two sources": f"kind: mock\nparts: [{TWO_SOURCES}]",
    "question without a right option": f"kind: quiz\nquestions: [{ALL_WRONG}]",
    "tolerance in words": "kind: number\nsolution: S\nparts: [{prompt: P, answers: [1], right: R, tolerance: about 1}]",
}


@pytest.mark.parametrize("name", BY_VALIDATOR)
def test_editor_finds_what_validators_find_where_a_schema_can_say_it(name: str) -> None:
    """These three are written beside their validators."""
    data = data_of(f"title: T\npillar: basics\nminutes: 1\n{BY_VALIDATOR[name]}\n")
    (error,) = VALIDATOR.iter_errors(data)
    assert next(iter(error.absolute_path)) in {"parts", "questions"}


def test_new_book_and_new_check_tell_editors_where_the_schema_is(tmp_path: Path) -> None:
    """Each check.yml by its first line, which leads to a file that is there."""
    book = tmp_path / "book"
    main(["new", str(book)])
    main(["-f", str(book / "mkdocs.yml"), "new", "check", "fresh", "--kind", "quiz"])
    files = sorted(book.rglob("check.yml"))
    assert {file.parent.name for file in files} >= {"fresh", "median"}
    for file in files:
        hint, _, path = file.read_text(encoding="utf-8").splitlines()[0].partition("=")
        assert hint == "# yaml-language-server: $schema"
        assert (file.parent / path).resolve() == book.resolve() / NAME
    assert (book / NAME).read_text(encoding="utf-8") == schema_text()
    (book / NAME).unlink()
    main(["-f", str(book / "mkdocs.yml"), "new", "check", "later", "--kind", "order"])
    assert "$schema" not in next(book.rglob("later/check.yml")).read_text(encoding="utf-8")


def test_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """For a book that has none yet, or one of an earlier version; outside of a book too."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
