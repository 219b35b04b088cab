"""Makes small wheels, and a pip that knows no others."""

import zipfile
from pathlib import Path

import pytest

PURE = "py3-none-any"
FOR_PYODIDE = "cp314-cp314-pyemscripten_2026_0_wasm32"


def make_wheel(
    folder: Path,
    name: str,
    files: dict[str, str],
    *,
    tag: str = PURE,
    needs: tuple[str, ...] = (),
    version: str = "1.0",
) -> Path:
    """Write a wheel of `files` below `folder`. Returns it."""
    stem = f"{name.replace('-', '_')}-{version}"
    info = f"{stem}.dist-info"
    requires = "".join(f"Requires-Dist: {need}\n" for need in needs)
    metadata = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{requires}",
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, **metadata}.items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{path},,\n" for path in [*archive.namelist(), f"{info}/RECORD"]))
    return wheel


def only_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip find the wheels in `folder` and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
