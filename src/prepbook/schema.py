"""The JSON schema of check.yml, for editors: derived from the very models that a build reads it by."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from prepbook.kinds import KINDS

FILE = Path(__file__).with_name("check.schema.json")
"""The schema as it is shipped; a test keeps it the one that `check_schema` gives."""

NAME = FILE.name
"""What the schema is called at the root of a book."""


def check_schema() -> dict[str, Any]:
    """Return the schema: what `kind` says decides which of the kinds' models holds."""
    models, definitions = models_json_schema([(kind.spec, "validation") for kind in KINDS.values()])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "check.yml of a prepbook check",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": [*KINDS]}},
        "allOf": [
            {"if": _is(name), "then": models[kind.spec, "validation"]} for name, kind in KINDS.items()
        ],
        "$defs": definitions["$defs"],
    }  # fmt: skip


def schema_text() -> str:
    """Return the schema as it stands in a file."""
    return json.dumps(check_schema(), ensure_ascii=False, indent=1) + "\n"


def hint_for_editors(check: Path, root: Path) -> str:
    """Return the first line of a new check.yml, by which an editor finds the schema at the book's root."""
    up = "../" * len(check.parent.relative_to(root).parts)
    return f"# yaml-language-server: $schema={up}{NAME}\n"


def _is(kind: str) -> dict[str, Any]:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
