"""What an answer can disturb in the interpreter that judges it, and how that is put right again."""

import builtins
import os
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from sys import getrecursionlimit, setrecursionlimit
from typing import NoReturn

from prepbook_grader.answers import Nobody
from prepbook_grader.reports import FileContent

# Read by pytest; a reader's or a developer's settings must not change a verdict.
FOREIGN_SETTINGS = ("CI", "BUILD_NUMBER", "PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DEBUG")


class Interpreter:
    """The state of this interpreter as it was when the object was made."""

    def __init__(self) -> None:
        self._builtins = dict(vars(builtins))
        self._recursion_limit = getrecursionlimit()
        self._modules = dict(sys.modules)
        self._path = list(sys.path)
        self._streams = sys.stdin, sys.stdout, sys.stderr
        self._folder = os.getcwd()
        self._environment = dict(os.environ)
        self._exit = os._exit
        self._bytecode = sys.dont_write_bytecode

    @contextmanager
    def lent(self, folder: Path) -> Iterator[None]:
        """Lend the interpreter to a program in `folder`; whatever it did, all is as before at the end."""
        sys.stdin = Nobody()
        # Pyodide's own switches stacks: a snapshot can't, and other tasks would run meanwhile. The plain one waits.
        time.sleep = getattr(time.sleep, "__wrapped__", time.sleep)
        sys.path.insert(0, str(folder))
        sys.dont_write_bytecode = True
        os.chdir(folder)
        os._exit = _exit  # it would take the report with it, and in a page the whole interpreter
        for name in FOREIGN_SETTINGS:
            os.environ.pop(name, None)
        try:
            yield
        finally:
            self.mend()
            self._restore(folder)

    def mend(self) -> None:
        """Put right what our own code needs; cheap, called whenever control comes back from an answer."""
        builtins.__dict__.update(self._builtins)
        setrecursionlimit(self._recursion_limit)

    def _restore(self, folder: Path) -> None:
        os._exit = self._exit
        os.chdir(self._folder)
        sys.stdin, sys.stdout, sys.stderr = self._streams
        sys.path[:] = self._path
        sys.dont_write_bytecode = self._bytecode
        for name in set(os.environ) - set(self._environment):
            del os.environ[name]
        os.environ.update(self._environment)
        for name, module in list(sys.modules.items()):
            if name not in self._modules and _lies_in(module, folder):
                del sys.modules[name]
        sys.modules.update(self._modules)
        for entry in [entry for entry in sys.path_importer_cache if _is_below(entry, folder)]:
            del sys.path_importer_cache[entry]


def _exit(status: int = 0) -> NoReturn:
    raise SystemExit(status)


def _lies_in(module: object, folder: Path) -> bool:
    file = vars(module).get("__file__") if hasattr(module, "__dict__") else None
    return isinstance(file, str) and _is_below(file, folder)


def _is_below(path: str, folder: Path) -> bool:
    """Whether a path leads into a folder; asked of hundreds, and text is compared ten times as fast as paths."""
    return f"{path}{os.sep}".startswith(f"{folder}{os.sep}")


@contextmanager
def working_folder(files: Mapping[str, FileContent]) -> Iterator[Path]:
    """Yield a fresh folder with `files` in it, removed at the end. Raises ValueError for a name that leads outside."""
    with tempfile.TemporaryDirectory(prefix="prepbook-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        put_files(folder, files)
        yield folder


def put_files(folder: Path, files: Mapping[str, FileContent]) -> None:
    """Write `files` below `folder`. Raises ValueError for a name that leads outside."""
    for file, content in files.items():
        target = (folder / file).resolve()
        if not target.is_relative_to(folder):
            raise ValueError(f"files: {file}: expected a path inside the working folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else b64decode(content["base64"]))
