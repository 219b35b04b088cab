"""An extension of griffe: an option of mkdocs.yml is shown as authors write it, not as our class declares it."""

import ast
from typing import Any

from griffe import Attribute, Extension, ObjectNode

WORDS = {"str": "text", "int": "whole number", "bool": "true or false"}
OTHERS = {"DictOfItems": "by key: text", "ListOfItems": "list of: text", "_AllowFrom": "by directive: list of: text"}
EMPTY = {"DictOfItems": "{}", "ListOfItems": "[]", "_AllowFrom": "{}"}


class OptionTypes(Extension):
    """Says of each option what it holds and what holds where it is missing."""

    def on_attribute_instance(self, *, node: ast.AST | ObjectNode, attr: Attribute, **_: Any) -> None:
        """Called by griffe for each attribute that it reads."""
        value = node.value if isinstance(node, ast.Assign) else None
        if isinstance(value, ast.Call) and attr.parent and attr.parent.name == "PrepbookConfig":
            attr.annotation, attr.value = _holds(value), _default(value)


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _holds(call: ast.Call) -> str:
    return OTHERS.get(_name(call)) or WORDS[ast.unparse(call.args[0])]


def _default(call: ast.Call) -> str:
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "default"), None)
    if not isinstance(given, ast.Constant):
        return EMPTY[_name(call)]
    return str(given.value).lower() if isinstance(given.value, bool) else str(given.value) or '""'
