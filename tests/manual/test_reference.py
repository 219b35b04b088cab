"""The reference names what there is: every option, command, argument, field, block, file and key."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from manual.generated.commands import arguments, commands, each
from manual.generated.fields import EVERY_KIND, fields
from manual.generated.option_types import OTHERS
from prepbook.cli import parser
from prepbook.config import PrepbookConfig
from prepbook.kinds import KINDS
from prepbook.kinds.base import BaseSpec
from prepbook.load.pages import LIMITS
from prepbook.markdown import custom_fences
from tests.manual.conftest import ROOT

REFERENCE = ROOT / "manual" / "docs" / "reference"
TEMPLATES = ROOT / "src" / "prepbook" / "templates"


def text_of(name: str) -> str:
    """Return a page of the reference as it is written."""
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_every_option_is_shown_with_what_it_holds(manual_site: Path) -> None:
    """With its default, in an author's words and not in those of our class."""
    shown = (manual_site / "reference" / "options" / "index.html").read_text(encoding="utf-8")
    for name, _ in PrepbookConfig._schema:
        assert f'id="prepbook.config.PrepbookConfig.{name}"' in shown
    assert "class-attribute" not in shown
    assert "option.Type" not in shown
    assert set(OTHERS) == {"DictOfItems", "ListOfItems", "_AllowFrom"}


def test_every_command_and_every_argument_is_listed() -> None:
    """As the parser reads them, with a word on each."""
    said = commands()
    found = list(each(parser()))
    assert len(found) > 8
    for name, help, command in found:
        assert f"## prepbook {name} {{ #{name} }}" in said
        assert help, name
        for argument, action in arguments(command):
            assert f"| `{argument}` |".replace("DIR | check", r"DIR \| check") in said
            assert action.help or action.choices or action.default, f"{name} {argument}: say what it is"


def models(spec: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a model and of all models inside it, by name."""
    schema = spec.model_json_schema()
    return {spec.__name__: schema, **schema.get("$defs", {})}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_and_listed(kind: str) -> None:
    """By the text below it, wherever it is in the kind's models."""
    section = fields().split(f"\n## {kind}\n")[1].split("\n## ")[0]
    for name, model in models(KINDS[kind].spec).items():
        for field, about in model["properties"].items():
            assert about.get("description"), f"{name}.{field}: describe it by a docstring below it"
            assert (f"| `{field}` |" in section) or field in EVERY_KIND


def test_fields_of_every_kind_stand_first() -> None:
    """Once, and not again at each kind."""
    first = fields().split("\n## ")[0]
    for field in BaseSpec.model_json_schema()["properties"]:
        assert f"| `{field}` |" in first


def test_every_block_and_attribute_of_markdown_is_named() -> None:
    """Those that the extension draws, and those that a block's header takes."""
    page = text_of("markdown.md")
    blocks = {str(fence["name"]) for fence in custom_fences(None)} - {"python"}  # type: ignore[arg-type]
    for name in [*blocks, *LIMITS, "data", "session"]:
        assert f"| `{name}` |" in page, name


def test_every_file_of_a_new_book_and_of_a_new_check_is_named() -> None:
    """A file that `prepbook new` makes is one that an author asks about."""
    page = text_of("files.md")
    named = {
        "wrong": "`wrong/NAME.py`", "alt": "`alt/NAME.py`", "snippets": "`snippets/CHAPTER/NAME.py`",
        "tests": "`tests/`", "docs": "`docs/`", "checks": "`checks/PILLAR/ID/`",
    }  # fmt: skip
    roots = [TEMPLATES / "book", *(TEMPLATES / "checks" / kind for kind in KINDS)]
    for root in roots:
        for file in (file for file in root.rglob("*") if file.is_file() and "__pycache__" not in file.parts):
            path = file.relative_to(root)
            whole = named.get(path.parts[0], f"`{path.as_posix()}`") if len(path.parts) > 1 else f"`{path.name}`"
            assert whole.replace("`test_check.py`", "`test_NAME.py`") in page, path


@pytest.mark.slow
def test_every_key_of_book_json_is_named(manual_site: Path) -> None:
    """And no key that isn't there."""
    contents = json.loads((manual_site / "book.json").read_text(encoding="utf-8"))
    page = text_of("book-json.md")
    for name, value in contents.items():
        assert f"| `{name}` |" in page
        for key in value[0] if isinstance(value, list) and value else ():
            assert f"`{key}`" in page, f"{name}.{key}"
