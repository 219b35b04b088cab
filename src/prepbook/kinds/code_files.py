"""The data files of a code check: its own, or elsewhere below checks/, so that several checks can share one."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from prepbook.errors import Finding


def load_files(folder: Path, name: str, paths: Sequence[str]) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files that check.yml lists, each under its base name; `name` is how findings call the folder."""
    checks = folder.resolve().parents[len(PurePath(name).parts) - 2]
    files: dict[str, bytes] = {}
    findings = []
    for number, path in enumerate(paths):
        file = (folder / path).resolve()
        if fault := _fault(file, checks, files):
            expected, do = fault
            findings.append(Finding(f"{name}/check.yml", f"files.{number}", expected, f'"{path}"', do))
        else:
            files[file.name] = file.read_bytes()
    return files, findings


def _fault(file: Path, checks: Path, files: dict[str, bytes]) -> tuple[str, str] | None:
    """Return what was expected of a file and what to do, if anything is wrong with it."""
    if not file.is_relative_to(checks):
        return f"a file below {checks.name}/", "Move the file there, and name it from the check's own folder."
    if not file.is_file():
        return f"a file beside it or elsewhere below {checks.name}/", "Add the file, or correct the name."
    if file.name in files:
        return "a file name of its own", f"Rename one of the files: a program would see two called {file.name}."
    return None
