"""The Python packages that a page needs besides the standard library, as one zip to unpack into site-packages."""

import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

import prepbook_grader

ROOT = "pytest"
# What markers are evaluated for: Pyodide's Python, not the one that builds.
PAGE_ENVIRONMENT = {
    "python_version": "3.14",
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "extra": "",
}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can tell
LEFT_OUT = {"__pycache__", "tests", "testing"}
# pytest only ever highlights Python and diffs for a terminal; the other 500 lexers would be most of the zip.
PYGMENTS_FOLDERS = {"lexers", "formatters", "styles"}
PYGMENTS_KEPT = {"__init__", "_mapping", "python", "diff", "terminal", "default"}


def build_library(target: Path) -> None:
    """Write to `target` a zip of the grader, pytest and pytest's dependencies: the same bytes for the same versions."""
    files = dict(_grader_files())
    for name in sorted(_closure(ROOT)):
        files |= dict(_package_files(name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def _grader_files() -> Iterator[tuple[str, Path]]:
    folder = Path(prepbook_grader.__file__).parent
    for path in folder.rglob("*.py"):
        yield path.relative_to(folder.parent).as_posix(), path


def _closure(root: str) -> set[str]:
    found: set[str] = set()
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            requirements = (Requirement(text) for text in metadata.requires(name) or ())
            waiting += [each.name for each in requirements if not each.marker or each.marker.evaluate(PAGE_ENVIRONMENT)]
    return found


def _package_files(name: str) -> Iterator[tuple[str, Path]]:
    for file in metadata.files(name) or ():
        if _is_wanted(PurePosixPath(file.as_posix())):
            yield file.as_posix(), Path(str(file.locate()))


def _is_wanted(file: PurePosixPath) -> bool:
    if file.name == "METADATA":
        return True  # importlib.metadata answers for the package
    if file.suffix != ".py" or ".." in file.parts or LEFT_OUT.intersection(file.parts):
        return False
    in_pygments = file.parts[0] == "pygments" and PYGMENTS_FOLDERS.intersection(file.parts)
    return not in_pygments or file.stem in PYGMENTS_KEPT
