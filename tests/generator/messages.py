"""Every message that an author can get, read from the code that makes them: for a test, and for the authors' guide.

    python -m tests.generator.messages

prints them as JSON: module, line, and what is fixed in each of the four parts, with "…" for what a book fills in.
"""

import ast
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("field", "expected", "found", "do")
GAP = "…"
TELLING = 8  # letters; shorter runs stand in other messages too
# name of what makes a finding: the place of its parts among the arguments
MAKERS = {"Finding": {"field": 1, "expected": 2, "found": 3, "do": 4}, "finding": {"expected": 1, "found": 2, "do": 3}}


@dataclass(frozen=True)
class Message:
    """A kind of finding: where in the code it is made, and its fixed words."""

    module: str
    line: int
    field: str
    expected: str
    found: str
    do: str

    @property
    def telling(self) -> list[str]:
        """The fixed runs of words by which the message is known: of what is expected, and of what to do."""
        runs = [run.strip() for part in (self.expected, self.do) for run in part.split(GAP)]
        return [run for run in runs if len(run) >= TELLING] or runs


def messages() -> list[Message]:
    """Return all messages, module by module, from top to bottom."""
    files = sorted((ROOT / "src" / "prepbook").rglob("*.py"))
    return [message for file in files if "templates" not in file.parts for message in _in_module(file)]


def _in_module(file: Path) -> Iterator[Message]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            places = MAKERS.get(_name(call.func))
            if places and len(call.args) > places["do"]:
                said = {part: _fixed(call.args[place], function, call.lineno) for part, place in places.items()}
                yield Message(file.relative_to(ROOT).as_posix(), call.lineno, **dict.fromkeys(PARTS, GAP) | said)


def _name(function: ast.expr) -> str:
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _fixed(value: ast.expr, function: ast.FunctionDef, line: int) -> str:
    """Return the fixed words of an argument; a name stands for what it was given last."""
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in value.values)
    if isinstance(value, ast.Call) and _name(value.func) == "suggestion":
        return _fixed(value.args[-1], function, line)
    if isinstance(value, ast.Name):
        given = [node for node in ast.walk(function) if isinstance(node, ast.Assign) and node.lineno < line]
        for node in sorted(given, key=lambda node: node.lineno, reverse=True):
            for name, part in _assigned(node):
                if name == value.id:
                    return _fixed(part, function, node.lineno)
    return GAP


def _assigned(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that an assignment gives a value to, with that value; one name or several at once."""
    for target in node.targets:
        if isinstance(target, ast.Name):
            yield target.id, node.value
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for name, part in zip(target.elts, node.value.elts, strict=True):
                yield from [(name.id, part)] if isinstance(name, ast.Name) else []


if __name__ == "__main__":
    print(json.dumps([asdict(message) for message in messages()], ensure_ascii=False, indent=1))
