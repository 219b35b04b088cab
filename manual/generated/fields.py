"""Reference of check.yml, from the models that a build reads it by: their JSON schema holds all there is to say."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from manual.generated.tables import table
from prepbook.kinds import KINDS
from prepbook.kinds.base import BaseSpec

type Schema = Mapping[str, Any]
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
EVERY_KIND = BaseSpec.model_json_schema()["properties"]


def fields() -> str:
    """Return a section for the fields of every kind, and one for each kind with the models inside it."""
    common = f"## Every kind\n\n{_table(BaseSpec.model_json_schema(), 'every-kind')}"
    return "\n\n".join([common, *(part for name in KINDS for part in _of_kind(name))])


def _of_kind(kind: str) -> Iterator[str]:
    schema = KINDS[kind].spec.model_json_schema()
    own = {name: field for name, field in schema["properties"].items() if name not in EVERY_KIND or name == "kind"}
    yield f"## {kind}\n\n{_table({**schema, 'properties': own}, kind)}"
    for name in _inside(schema, schema.get("$defs", {})):
        inner = schema["$defs"][name]
        yield f"### {name} of {kind} {{ #{_anchor(kind, name)} }}\n\n{inner.get('description', '')}\n\n" + _table(
            inner, kind
        )


def _inside(schema: Schema, models: Schema) -> dict[str, None]:
    """Return the names of the models that a schema refers to, those inside them too, each after who refers to it."""
    named: dict[str, None] = {}
    for name in _references(schema.get("properties", {})):
        named |= {name: None} | _inside(models[name], models)
    return named


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if "$ref" in value:
            yield value["$ref"].rpartition("/")[2]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _table(schema: Schema, kind: str) -> str:
    needed = schema.get("required", [])
    rows = [
        (f"`{name}`", type_of(field, kind), "needed" if name in needed else _default(field), field["description"])
        for name, field in schema["properties"].items()
    ]
    return table(("field", "holds", "where it is missing", "what it is"), rows)


def _default(field: Schema) -> str:
    value = field.get("default")
    return "" if value in (None, "") or isinstance(value, list | dict) else f"`{json.dumps(value, ensure_ascii=False)}`"


def type_of(field: Schema, kind: str) -> str:
    """Return in words what a field may hold; `kind` is whose models it refers to."""
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{_anchor(kind, name)})"
    if choices := field.get("anyOf") or field.get("oneOf"):
        return " or ".join(dict.fromkeys(type_of(one, kind) for one in choices if one.get("type") != "null"))
    if field.get("type") == "array":
        return f"list{_size(field, 'Items')} of: {type_of(field['items'], kind)}"
    if field.get("type") == "object":
        return f"by key{_size(field, 'Properties')}: {type_of(field.get('additionalProperties', {}), kind)}"
    return WORDS.get(field.get("type", ""), "anything") + _range(field)


def _size(field: Schema, of: str) -> str:
    least, most = field.get(f"min{of}"), field.get(f"max{of}")
    if least and most:
        return f", {least} to {most},"
    return f", at least {least}," if least else f", at most {most}," if most else ""


def _range(field: Schema) -> str:
    bounds = {"minimum": "from {}", "exclusiveMinimum": "above {}", "maximum": "to {}", "exclusiveMaximum": "below {}"}
    said = [words.format(field[name]) for name, words in bounds.items() if name in field]
    return f" {' '.join(said)}" if said else ""


def _anchor(kind: str, model: str) -> str:
    return f"{kind}-{model.lower()}"
