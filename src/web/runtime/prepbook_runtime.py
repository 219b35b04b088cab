"""What a restored interpreter needs besides Python: fresh seeds, and an honest answer while the zip isn't there yet.

A memory snapshot freezes whatever was drawn at random when it was made, and holds imported modules but no files. The
standard library's zip may arrive later than the first program: until `attached`, an import of a module that only the
zip holds is recorded as missed and fails, and the host runs the program again once the zip is there.
"""

import ast
import logging
import random
import sys
import tempfile
import time
import uuid
import zipimport
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

ARCHIVE = "/lib/python314.zip"
_packed: frozenset[str] = frozenset()
_missed: list[str] = []


def reseed() -> None:
    """Draw anew what a snapshot froze; string hashes stay, for they can't change in a live interpreter."""
    random.seed()
    tempfile._name_sequence = None  # type: ignore[attr-defined]
    for name in [name for name in vars(uuid) if name == "_node" or name.startswith("_last_timestamp")]:
        setattr(uuid, name, None)
    logging._startTime = time.time_ns()  # type: ignore[attr-defined]


def detach() -> None:
    """Remember which modules only the zip holds, and from now on answer for it. Called last, before the snapshot."""
    global _packed
    _packed = frozenset(map(_module, zipimport._zip_directory_cache[ARCHIVE]))  # type: ignore[attr-defined]
    sys.meta_path.insert(0, _Awaited)


def attached() -> None:
    """Import from the zip again: its bytes are in the file system."""
    if _Awaited in sys.meta_path:
        sys.meta_path.remove(_Awaited)
    _missed.clear()


def awaited(source: str) -> list[str]:
    """Return the modules that `source` imports and that wait for the zip; [] when it may run now or can't be parsed."""
    if _Awaited not in sys.meta_path:
        return []
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return sorted({name for node in ast.walk(tree) for name in _imported(node) if _is_awaited(name)})


def missed() -> list[str]:
    """Return the modules that were asked for and not there since the snapshot was restored, in the order asked."""
    return list(_missed)


def _module(member: str) -> str:
    return member.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def _is_awaited(name: str) -> bool:
    return name in _packed and name not in sys.modules


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module, *(f"{module}.{alias.name}" for alias in node.names)]
        case ast.Call(
            func=ast.Name("__import__") | ast.Attribute(attr="import_module"), args=[ast.Constant(str(name)), *_]
        ):
            return [name]
    return []


class _Awaited:
    """A finder on `sys.meta_path` that stands in for the zip until it is there."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name in _packed:
            _missed.append(name)
            raise ModuleNotFoundError(f"{name}: this part of the standard library is still on its way", name=name)
        return None
