"""The licenses of what a site carries that others wrote: Pyodide, npm packages, fonts, wheels.

    python -m prepbook.runtime.notices PROJECT TARGET

writes them to one file, which the wheel of prepbook holds. Their licenses ask for that wherever copies are passed on.
"""

import json
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

OWN = "prepbook-grader"
LICENSE_NAMES = ("licen", "copying", "notice")
HEAD = """What prepbook carries that others wrote, with their licenses
=============================================================

prepbook's own license is in the file LICENSE. What follows is in its web bundle, which every site carries.
"""
# Pyodide's package names its license and doesn't hold the text.
PYODIDE = (
    "Mozilla Public License 2.0; its text: https://www.mozilla.org/MPL/2.0/. The source:\n"
    "https://github.com/pyodide/pyodide, at the tag of this version. Its scripts are minified here."
)


@dataclass(frozen=True)
class Notice:
    """A work of others: what it's called, under which license, and that license's text."""

    name: str
    license: str
    text: str

    def __str__(self) -> str:
        title = f"{self.name}: {self.license}"
        return f"{title}\n{'-' * len(title)}\n\n{self.text.strip()}\n"


def notices(project: Path) -> list[Notice]:
    """Return the notices of all that the bundle in src/prepbook/static is made from."""
    wheels = sorted((project / "src" / "prepbook" / "static" / "wheels").glob("*/*.whl"))
    return [*_of_npm(project), _of_python(), *(notice for wheel in wheels for notice in _of_wheel(wheel))]


def _of_npm(project: Path) -> Iterator[Notice]:
    """Yield a notice for each package that isn't for development only."""
    locked = json.loads((project / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for place, entry in sorted(locked.items()):
        if place and not entry.get("dev") and not entry.get("devOptional") and (project / place).is_dir():
            folder = project / place
            about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
            text = PYODIDE if about["name"] == "pyodide" else _texts(folder) or f"See {about.get('homepage') or place}"
            yield Notice(f"{about['name']} {about['version']}", str(about.get("license", "see below")), text)


def _texts(folder: Path) -> str:
    files = (file for file in sorted(folder.iterdir()) if file.name.lower().startswith(LICENSE_NAMES))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


def _of_python() -> Notice:
    """Return the notice of the standard library, whose text comes with the Python that builds."""
    text = "See https://docs.python.org/3/license.html"
    for folder in (sysconfig.get_path("stdlib"), "/usr/share/doc/python3"):
        for name in ("LICENSE.txt", "copyright"):
            if (file := Path(folder, name)).is_file():
                return Notice("Python's standard library", "PSF-2.0", file.read_text(encoding="utf-8"))
    return Notice("Python's standard library", "PSF-2.0", text)


def _of_wheel(wheel: Path) -> Iterator[Notice]:
    with zipfile.ZipFile(wheel) as archive:
        metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = message_from_bytes(archive.read(metadata))
        if about["Name"] == OWN:
            return
        folder = metadata.rpartition("/")[0]
        held = [name for name in archive.namelist() if name.startswith(folder) and _is_license(name)]
        text = "\n\n".join(archive.read(name).decode("utf-8", "replace") for name in sorted(held))
        license = about["License-Expression"] or about["License"] or "see below"
        yield Notice(f"{about['Name']} {about['Version']}", license, text)


def _is_license(name: str) -> bool:
    return name.rpartition("/")[2].lower().startswith((*LICENSE_NAMES, "authors"))


if __name__ == "__main__":
    said = "\n\n".join([HEAD, *map(str, notices(Path(sys.argv[1])))])
    Path(sys.argv[2]).write_text(said, encoding="utf-8")
