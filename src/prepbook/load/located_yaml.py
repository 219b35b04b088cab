"""YAML with line numbers, and its validation against a model, so that a finding can say where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from prepbook.errors import Finding

type Location = Sequence[str | int]


def read_model[Model: BaseModel](path: Path, name: str, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Read a YAML file into `model`. Returns the model, or None and what is wrong with the file.

    `name` is how findings call the file.
    """
    data, tree, findings = read_tree(path, name)
    if findings:
        return None, findings
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_finding(name, tree, detail) for detail in error.errors()]


def read_tree(path: Path, name: str) -> tuple[Any, yaml.Node | None, list[Finding]]:
    """Read a YAML file as data and as nodes that know their lines."""
    try:
        return (*_loaded(path.read_text(encoding="utf-8")), [])
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        problem = getattr(error, "problem", None) or str(error)
        return None, None, [Finding(name, "YAML", "well-formed YAML", problem, "Mend the syntax.", line)]


def _loaded(text: str) -> tuple[Any, yaml.Node | None]:
    """Read with libyaml, ten times as fast, where PyYAML was built with it; what it refuses PyYAML says why, and where.

    So a finding has the same words on every machine.
    """
    try:
        return _constructed(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text))
    except yaml.YAMLError:
        return _constructed(yaml.SafeLoader(text))


def _constructed(loader: Any) -> tuple[Any, yaml.Node | None]:
    tree = loader.get_single_node()
    return (loader.construct_document(tree) if tree else None), tree


@dataclass(frozen=True)
class Located:
    """A YAML file that has been read, and can say where in it something is wrong."""

    name: str  # how findings call it
    tree: yaml.Node | None

    @classmethod
    def read(cls, path: Path, name: str) -> "Located":
        """Read the nodes of a file."""
        return cls(name, read_tree(path, name)[1])

    def finding(self, location: Location, expected: str, found: str, do: str) -> Finding:
        """Return the finding on the value at `location`."""
        field = ".".join(str(step) for step in location)
        return Finding(self.name, field, expected, found, do, line_of(self.tree, location))


def line_of(tree: yaml.Node | None, location: Location) -> int | None:
    """Return the line (from 1) of the node at `location`, or of the nearest parent that exists."""
    if tree is None:
        return None
    node = tree
    for step in location:
        below = _below(node, step)
        if below is None:
            break
        node = below
    return node.start_mark.line + 1


def _below(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def _finding(name: str, tree: yaml.Node | None, detail: Any) -> Finding:
    location = [step for step in detail["loc"] if step != "function-after"]
    field = ".".join(str(step) for step in location) or "file"
    expected, found, do = _in_words(detail)
    return Finding(name, field, expected, found, do, line_of(tree, location))


def _in_words(detail: Any) -> tuple[str, str, str]:
    context = detail.get("ctx", {})
    given = repr(detail["input"]) if len(repr(detail["input"])) <= 60 else type(detail["input"]).__name__
    match detail["type"]:
        case "missing":
            return "a value", "nothing", f'Add "{detail["loc"][-1]}:".'
        case "extra_forbidden":
            return "no such field", given, "Remove it, or look up the right name in the authors' guide."
        case "literal_error" | "enum":
            return f"one of {context['expected']}", given, "Choose one of them."
        case "value_error":
            return str(context["error"]), given, "Correct it."
        case _:
            return detail["msg"].removeprefix("Input should be ").lower(), given, "Correct it."
