"""The book's own packages: locked beside mkdocs.yml, at hand where its programs are proven, carried by its site."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

import attrs
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from pyodide_lock import PackageSpec, PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from prepbook.errors import Finding
from prepbook.runtime.wheels import NoWheelError, PipError, fetch, is_pure, pin, resolve, sha256

LOCK_FILE = "pyodide-lock.json"
CONFIG = "mkdocs.yml"
RUN_LOCK = "Run: prepbook lock"
# Pages have only what pytest asks for of these: see STAND_INS in src/web/runtime/pack_stdlib.py.
NOT_WHOLE = {"pygments"}


@dataclass(frozen=True)
class Packages:
    """What a book imports besides the standard library."""

    locked: Mapping[str, PackageSpec] = field(default_factory=dict)  # by name, dependencies included
    wheels: Mapping[str, Path] = field(default_factory=dict)  # by name
    host: Path | None = None  # folder that CPython imports the pure ones from; its name changes with the lock


def lock_packages(root: Path, requirements: Sequence[str], base: PyodideLockSpec) -> list[Finding]:
    """Find wheels for what mkdocs.yml asks for, and write the lock that lists them. Returns what can't be had.

    `base` lists what every page has already. Without requirements there is no lock.
    """
    findings = _not_understood(requirements)
    if findings:
        return findings
    if not requirements:
        (root / LOCK_FILE).unlink(missing_ok=True)
        return []
    with tempfile.TemporaryDirectory() as scratch:
        try:
            spec = add_wheels_to_spec(PyodideLockSpec(base.info, {}), resolve(requirements, base, Path(scratch)))
        except NoWheelError as error:
            expected = f"projects with a wheel that is pure Python or for {base.info.platform}"
            do = "Do without it, or ask its authors for a wheel for Pyodide (PEP 783)."
            return [Finding(CONFIG, "packages", expected, f"none of {error}", do)]
        except (PipError, RuntimeError) as error:  # the latter of pyodide-lock: a dependency that pip took for needless
            do = "Ask for other versions, or add the missing package."
            return [Finding(CONFIG, "packages", "packages that fit together and with pytest", f'"{error}"', do)]
    findings = _not_whole(requirements, spec, base)
    if not findings:
        own = {name: _apart_from(each, base) for name, each in spec.packages.items() if name not in base.packages}
        lock = PyodideLockSpec(base.info, own, {"prepbook": {"packages": _canonical(requirements)}})
        text = json.dumps(lock.to_dict(), indent=1, sort_keys=True)
        (root / LOCK_FILE).write_text(f"{text}\n", encoding="utf-8")
    return findings


def load_packages(
    root: Path, requirements: Sequence[str], library: Callable[[], PyodideLockSpec], cache: Path
) -> tuple[Packages, list[Finding]]:
    """Read the lock, and fetch what it lists unless `cache` has it. `library` tells what every page has already."""
    if not requirements and not (root / LOCK_FILE).exists():
        return Packages(), []
    spec, findings = _read(root / LOCK_FILE)
    if spec is None:
        return Packages(), findings
    base = library()
    findings = _not_understood(requirements) or _out_of_date(spec, requirements, base)
    if findings:
        return Packages(), findings
    try:
        wheels = {name: _wheel(each, base, cache / "wheels") for name, each in spec.packages.items()}
    except PipError as error:
        expected = "the wheels that it lists, by hash"
        return Packages(), [Finding(LOCK_FILE, "packages", expected, f'"{error}"', f"Try again, or else {RUN_LOCK}")]
    pure = [wheel for wheel in wheels.values() if is_pure(wheel)]
    packages = Packages(spec.packages, wheels, _host_folder(spec, pure, cache / "packages"))
    return packages, _not_at_hand(spec.packages[name] for name, wheel in wheels.items() if not is_pure(wheel))


def _not_understood(requirements: Iterable[str]) -> list[Finding]:
    findings = []
    for text in requirements:
        try:
            Requirement(text)
        except InvalidRequirement:
            expected = "the name of a package, with a version if need be"
            findings.append(Finding(CONFIG, "packages", expected, f'"{text}"', 'Write "pygal" or "pygal==3.1".'))
    return findings


def _canonical(requirements: Iterable[str]) -> list[str]:
    return sorted({str(Requirement(text)) for text in requirements})


def _read(file: Path) -> tuple[PyodideLockSpec | None, list[Finding]]:
    try:
        return PyodideLockSpec.from_json(file), []
    except FileNotFoundError:
        return None, [Finding(LOCK_FILE, "file", f"it beside {CONFIG}, for that has packages", "none", RUN_LOCK)]
    except Exception as error:  # of many kinds: whatever json and cattrs raise for what isn't a lock
        found = f"{type(error).__name__}: {error}"
        return None, [Finding(LOCK_FILE, "file", "a lock of pyodide-lock's format", found, RUN_LOCK)]


def _out_of_date(spec: PyodideLockSpec, requirements: Sequence[str], base: PyodideLockSpec) -> list[Finding]:
    asked = _canonical(requirements)
    known = spec.tool.get("prepbook", {}).get("packages", [])
    if asked != known:
        expected = f"{', '.join(asked) or 'none'}, as in {CONFIG}"
        return [Finding(LOCK_FILE, "packages", expected, ", ".join(known) or "none", RUN_LOCK)]
    if spec.info != base.info:
        expected, found = (f"Python {info.python} on {info.platform}" for info in (base.info, spec.info))
        return [Finding(LOCK_FILE, "info", expected, found, RUN_LOCK)]
    return []


def _apart_from(package: PackageSpec, base: PyodideLockSpec) -> PackageSpec:
    # Pyodide would install what a page has already; the page's copy stays the only one.
    return attrs.evolve(package, depends=[name for name in package.depends if name not in base.packages])


def _not_whole(requirements: Iterable[str], spec: PyodideLockSpec, base: PyodideLockSpec) -> list[Finding]:
    asked = {str(canonicalize_name(Requirement(text).name)) for text in requirements} & NOT_WHOLE
    needing = {
        name
        for name, each in spec.packages.items()
        if name not in base.packages and NOT_WHOLE.intersection(each.depends)
    }
    expected = f"packages that need no {' or '.join(sorted(NOT_WHOLE))}, of which pages have a part only"
    return [Finding(CONFIG, "packages", expected, name, "Do without it.") for name in sorted(asked | needing)]


def _wheel(package: PackageSpec, base: PyodideLockSpec, cache: Path) -> Path:
    wheel = cache / package.sha256 / package.file_name
    if not wheel.exists() or sha256(wheel) != package.sha256:
        fetch([pin(package.name, package.version, [package.sha256])], base.info, wheel.parent)
    return wheel


def _host_folder(spec: PyodideLockSpec, wheels: Iterable[Path], cache: Path) -> Path:
    """Return a folder with the very modules that pages get, unpacked the first time they are asked for."""
    listed = json.dumps([[each.name, each.sha256] for each in spec.packages.values()])
    folder = cache / hashlib.sha256(listed.encode()).hexdigest()[:12]
    if folder.exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        unpacked = Path(scratch) / "unpacked"  # appears whole or not at all: two builds may share the cache
        unpacked.mkdir()
        line = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
        files = [str(wheel) for wheel in wheels]
        if files:
            subprocess.run([*line, "--no-deps", "--no-compile", "--target", str(unpacked), *files], check=True)
        if not folder.exists():
            unpacked.rename(folder)
    return folder


def _not_at_hand(compiled: Iterable[PackageSpec]) -> list[Finding]:
    """Return which compiled packages the Python that builds lacks: their wheels for Pyodide are of no use to it."""
    findings = []
    for package in compiled:
        try:
            found = metadata.version(package.name)
        except metadata.PackageNotFoundError:
            found = "none"
        if found != package.version:
            expected = f"{package.name} {package.version} in the Python that builds, to prove programs with"
            do = f"Run: pip install {package.name}=={package.version}"
            findings.append(Finding(CONFIG, "packages", expected, found, do))
    return findings
