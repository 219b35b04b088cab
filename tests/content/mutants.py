"""Mutants of a check's solution: mutmut's operators, one change each, in what the check's tests can reach.

mutmut's own runner copies a project and finds its tests by import; a check is judged by the grader instead, so only
the operators are used.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

# What an error says is free, and imports, annotations and docstrings do nothing that a test could see.
IGNORED = (cst.Raise, cst.Import, cst.ImportFrom, cst.Annotation, cst.Decorator)


@dataclass(frozen=True)
class Mutant:
    """One changed program."""

    source: str
    original: str

    @property
    def change(self) -> str:
        """The change as its two lines: "old line -> new line"."""
        return _change(self.original, self.source)


def mutants(source: str, entries: list[str]) -> list[Mutant]:
    """Return every mutant of the definitions that `entries` reach by name."""
    module = cst.parse_module(source)
    changed = (code for definition in _reached(module, entries) for code in _changed(module, definition))
    return [Mutant(code, source) for code in dict.fromkeys(changed) if code != source]


def _changed(module: cst.Module, definition: cst.CSTNode) -> Iterator[str]:
    """Yield the module's code once for each change of `definition`."""
    places = _Places()
    definition.visit(places)
    own = module.code_for_node(definition)
    before, _, after = module.code.partition(own)
    for node in places.found:
        for other in _mutated(node):
            # Only this definition is copied and written anew: for the whole module that took longer than to judge it.
            replaced = definition.deep_replace(node, other)
            assert isinstance(replaced, cst.CSTNode)
            yield before + module.code_for_node(replaced) + after


class _Places(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, IGNORED) or _is_docstring(node):
            return False
        self.found.append(node)
        return True


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString)


def _mutated(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from operator(node)


def _reached(module: cst.Module, entries: list[str]) -> list[cst.CSTNode]:
    """Return the top-level functions and classes that the entries use, themselves included."""
    definitions = {node.name.value: node for node in module.body if isinstance(node, cst.FunctionDef | cst.ClassDef)}
    reached: dict[str, cst.CSTNode] = {}
    waiting = [name for name in entries if name in definitions]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = definitions[name]
            names = _Names()
            definitions[name].visit(names)
            waiting += names.found & definitions.keys()
    return [node for name, node in definitions.items() if name in reached]


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802 (libcst's name)
        self.found.add(node.value)


def _change(before: str, after: str) -> str:
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0))[3:]
    removed, added = (" ".join(line[1:].strip() for line in lines if line[0] == mark) for mark in "-+")
    return f"{removed} -> {added}"
