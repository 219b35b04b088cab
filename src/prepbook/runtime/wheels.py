"""Wheels that Pyodide can install: found and fetched by pip, kept in a folder under their hash."""

import hashlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import InfoSpec

Hashes = tuple[str, ...]
_NO_WHEEL = re.compile(r"No matching distribution found for (.+)")
_NO_ANSWER = "Retrying ("  # pip's warning when nothing answers, before it says that it found nothing


class PipError(Exception):
    """pip found no way; the message is what it found instead, in its own words."""


class NoWheelError(PipError):
    """There is no wheel of this project that Pyodide can install."""


def pin(name: str, version: str, hashes: Iterable[str]) -> str:
    """Return a line of a requirements file that only these files satisfy; `hashes` are SHA-256 in hexadecimal."""
    return f"{name}=={version} " + " ".join(f"--hash=sha256:{each}" for each in hashes)


def resolve(requirements: Iterable[str], base: PyodideLockSpec, target: Path) -> list[Path]:
    """Download wheels for `requirements` and all they need to `target`, in versions that suit `base`'s packages.

    Raises PipError.
    """
    with tempfile.TemporaryDirectory() as scratch:
        constraints = Path(scratch) / "constraints.txt"
        constraints.write_text("".join(f"{each.name}=={each.version}\n" for each in base.packages.values()))
        _download(requirements, target, ["--constraint", str(constraints), *_tags(base.info)])
    return sorted(target.glob("*.whl"))


def fetch(pins: Iterable[str], info: InfoSpec, target: Path) -> None:
    """Download the wheels that `pin` named to `target`. Raises PipError, also for a file with another hash."""
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "requirements.txt"
        listed.write_text("".join(f"{each}\n" for each in pins))
        _download([], target, ["--requirement", str(listed), "--no-deps", "--require-hashes", *_tags(info)])


def is_pure(wheel: Path) -> bool:
    """Return whether the same wheel serves CPython and Pyodide."""
    return wheel.name.endswith("-none-any.whl")


def sha256(file: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _tags(info: InfoSpec) -> list[str]:
    """Return pip's options for what Pyodide of this lock can install: pure wheels and PEP 783 wheels."""
    python = "".join(info.python.split(".")[:2])
    abi = f"cp{python}"
    tags = ["--python-version", python, "--implementation", "cp", "--abi", abi, "--abi", "none"]
    return [*tags, "--platform", f"{info.platform}_{info.arch}", "--platform", "any"]


def _download(requirements: Iterable[str], target: Path, options: list[str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    line = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    done = subprocess.run(
        [*line, "--dest", str(target), *options, "--", *requirements], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return
    if _NO_ANSWER in done.stderr:
        raise PipError("no answer from the package index")
    if missing := _NO_WHEEL.search(done.stderr):
        raise NoWheelError(missing[1].strip())
    raise PipError(_reason(done.stderr))


def _reason(complaint: str) -> str:
    lines = [line.strip() for line in complaint.splitlines() if line.strip() and not line.startswith("WARNING")]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["pip failed and said nothing"])[0].rstrip(".")
