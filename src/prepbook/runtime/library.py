"""The packages that every page has besides the standard library: the grader, pytest and what pytest needs.

    python -m prepbook.runtime.library PROJECT TARGET

writes them as wheels, with the pyodide-lock.json that lists them: what Pyodide installs packages from. The grader's
wheel is built from this checkout, the others are the files that requirements.lock names.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import InfoSpec
from pyodide_lock.utils import add_wheels_to_spec

from prepbook.runtime.wheels import fetch, sha256

LOCK = "pyodide-lock.json"
GRADER = "src/prepbook_grader"
ROOTS = ("pytest", "leather")  # leather draws the charts of simulations; it waits in the zip until one is played
# What markers are evaluated for: Pyodide's Python, not the one that builds.
PAGE_ENVIRONMENT = {
    "python_version": "3.14",
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "extra": "",
}
_PINNED = re.compile(r"^([\w.-]+)==\S+ \\\n(?:    --hash=\S+(?: \\)?\n)+", re.MULTILINE)


def build_library(project: Path, target: Path) -> None:
    """Write wheels/HASH/*.whl and the lock that lists them to `target`: the same bytes for the same versions."""
    info = page_info(project)
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        _build_grader(project, Path(scratch))
        wheels = [place(wheel, target) for wheel in [*Path(scratch).glob("*.whl"), *_locked_wheels(project, info)]]
    lock = add_wheels_to_spec(PyodideLockSpec(info, {}), wheels, base_path=target)
    lock.to_json(target / LOCK)


def page_info(project: Path) -> InfoSpec:
    """Return which Python and which platform the locked Pyodide is."""
    shipped = json.loads((project / "node_modules" / "pyodide" / LOCK).read_text(encoding="utf-8"))
    info = InfoSpec.from_dict(shipped["info"])
    info.platform = (
        f"pyemscripten_{info.abi_version}"  # as wheels call it, PEP 783; Pyodide's own lock names its compiler
    )
    return info


def place(wheel: Path, folder: Path) -> Path:
    """Copy a wheel to where its hash is in its path; its name must stay. Returns the copy."""
    copy = folder / "wheels" / sha256(wheel)[:12] / wheel.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(wheel, copy))


def _build_grader(project: Path, target: Path) -> None:
    line = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    line += ["--no-build-isolation", "--wheel-dir", str(target), str(project / GRADER)]
    subprocess.run(line, check=True)


def _locked_wheels(project: Path, info: InfoSpec) -> list[Path]:
    """Return pytest's and its dependencies' wheels from the project's cache, fetched where it lacks them."""
    text = (project / "requirements.lock").read_text(encoding="utf-8")
    pinned = {match[1]: match[0].replace("\\\n", " ").strip() for match in _PINNED.finditer(text)}
    pins = [pinned[name] for name in sorted(_closure(ROOTS))]
    kept = [_kept(project / ".cache" / "prepbook" / "library", pin) for pin in pins]
    if None in kept:
        fetch(pins, info, project / ".cache" / "prepbook" / "library")
        kept = [_kept(project / ".cache" / "prepbook" / "library", pin) for pin in pins]
    return [wheel for wheel in kept if wheel]


def _kept(cache: Path, pin: str) -> Path | None:
    return next((wheel for wheel in sorted(cache.glob("*.whl")) if sha256(wheel) in pin), None)


def _closure(roots: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop().lower()
        if name not in found:
            found.add(name)
            requirements = (Requirement(text) for text in metadata.requires(name) or ())
            waiting += [each.name for each in requirements if not each.marker or each.marker.evaluate(PAGE_ENVIRONMENT)]
    return found


if __name__ == "__main__":
    build_library(Path(sys.argv[1]), Path(sys.argv[2]))
