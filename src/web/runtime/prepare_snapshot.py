"""Bring the interpreter to the state that every reader starts from. Runs inside Pyodide, before the snapshot.

Called by build_snapshot.mjs as `prepare()`; what it leaves in memory is what the snapshot carries, byte for byte.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import random
import site
import sys
from pathlib import Path

# What a lesson imports, and what those modules import only when they are first used.
TEACHING = """
    __future__ abc argparse array ast asyncio base64 bisect calendar cmath codecs collections collections.abc
    concurrent.futures contextlib contextvars copy csv dataclasses datetime decimal difflib dis enum errno
    fnmatch fractions functools gc glob hashlib heapq inspect io itertools json keyword
    linecache locale logging math numbers operator os os.path pathlib pprint queue random re reprlib
    secrets shlex shutil signal stat statistics string string.templatelib struct sys tempfile textwrap threading
    time token tokenize traceback types typing unicodedata uuid warnings weakref zlib
    _ast_unparse _pylong _strptime encodings.ascii encodings.cp1252 encodings.latin_1 encodings.raw_unicode_escape
    encodings.unicode_escape encodings.utf_16 encodings.utf_8_sig
""".split()  # noqa: SIM905 - read as text, changed as text
# What pytest imports only when it's needed: other ways of comparing, fixtures' modules.
PYTEST = ("pytest", "_pytest.assertion", "_pytest._code", "_pytest._io", "_pytest.mark")


def prepare() -> str:
    """Import, warm up, forget; return the modules that are in memory, as a JSON list."""
    before = set(sys.path)
    for name in [*TEACHING, *_submodules(*PYTEST, "prepbook_grader")]:
        importlib.import_module(name)
    importlib.import_module("prepbook_grader.judge").warm_up()
    assert set(sys.path) == before, f"the warm-up left {set(sys.path) - before} on sys.path"
    _forget()
    return json.dumps(sorted(sys.modules))


def add_packages(folder: str, modules: list[str]) -> None:
    """Import `modules` from the wheels in `folder`; one that can't be imported tells the program that wants it."""
    import zipfile  # not above: what this module imports, every reader carries

    for wheel in sorted(Path(folder).glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site.getsitepackages()[0])
        wheel.unlink()
    importlib.invalidate_caches()
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    importlib.import_module("prepbook_runtime").hold(modules)


def _submodules(*packages: str) -> list[str]:
    paths = {package: importlib.import_module(package).__path__ for package in packages}
    found = [module.name for package, path in paths.items() for module in pkgutil.walk_packages(path, package + ".")]
    return [name for name in found if not name.endswith("__main__")]


def _forget() -> None:
    for cache in (importlib.import_module("re").purge, importlib.import_module("linecache").clearcache):
        cache()
    for path in [path for path in sys.path_importer_cache if not path.endswith(".zip")]:
        del sys.path_importer_cache[path]
    sys.path.remove("")  # Pyodide puts it there at each start
    os.environ.pop("PYTHONHASHSEED", None)
    random.seed(0)
    importlib.import_module("prepbook_runtime").detach()
    sys._clear_internal_caches()  # type: ignore[attr-defined]
    for _ in range(3):
        gc.collect()
    gc.freeze()  # collections in a lesson needn't walk what is never freed
