"""What an interpreter in a page needs besides Python: fresh seeds, and an honest answer for what isn't there yet.

A memory snapshot freezes whatever was drawn at random when it was made, and holds imported modules but no files. The
standard library's zip may arrive later than the first program, and so may the wheels of the book's packages: until
`attached` or `installed`, an import of a module that only they hold is recorded as missed and fails, and the host runs
the program again once they are there.
"""

import ast
import logging
import random
import sys
import tempfile
import time
import uuid
import zipimport
from collections.abc import Collection, Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

ARCHIVE = "/lib/python314.zip"
STDLIB = "stdlib"
_packed: frozenset[str] = frozenset()  # modules that only the zip holds
_packages: dict[str, str] = {}  # top-level module: the package, not installed yet, that holds it
_held: dict[str, ModuleType] = {}  # a snapshot's modules of packages, out of sight until their files are there
_missed: list[str] = []  # what would have brought the modules that were asked for in vain


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


def hold(modules: Collection[str]) -> None:
    """Keep these top-level modules, already imported, for when their packages are installed."""
    for name in [name for name in sys.modules if name.partition(".")[0] in modules]:
        _held[name] = sys.modules.pop(name)


def attached() -> None:
    """Import from the zip again: its bytes are in the file system."""
    global _packed
    _packed = frozenset()
    _settled()


def expect(packages: Mapping[str, str]) -> None:
    """Answer for packages that can be installed when a program wants them, by the top-level modules they hold."""
    _packages.update(packages)
    if _packages and _Awaited not in sys.meta_path:
        sys.meta_path.insert(0, _Awaited)


def installed(packages: Sequence[str]) -> None:
    """Import from these packages: their files are in the file system."""
    for name in [name for name, package in _packages.items() if package in packages]:
        del _packages[name]
    for name in [name for name in _held if name.partition(".")[0] not in _packages]:
        sys.modules[name] = _held.pop(name)
    _settled()


def awaited(source: str) -> list[str]:
    """Return what `source` imports from and isn't there: STDLIB, packages; [] when it may run or can't be parsed."""
    if _Awaited not in sys.meta_path or "import" not in source:  # parsing takes its time
        return []
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    names = {name for node in ast.walk(tree) for name in _imported(node)}
    return sorted({bringer for name in names if (bringer := _bringer(name))})


def missed() -> list[str]:
    """Return what was imported from and not there since the last arrival: STDLIB, packages."""
    return sorted(set(_missed))


def _settled() -> None:
    _missed.clear()
    if not _packed and not _packages and _Awaited in sys.meta_path:
        sys.meta_path.remove(_Awaited)


def _module(member: str) -> str:
    return member.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def _bringer(name: str) -> str:
    if name in sys.modules:
        return ""
    return STDLIB if name in _packed else _packages.get(name.partition(".")[0], "")


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
    """A finder on `sys.meta_path` that stands in for the zip and for packages until they are there."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if bringer := _bringer(name):
            _missed.append(bringer)
            raise ModuleNotFoundError(f"{name}: {bringer} is still on its way", name=name)
        return None
