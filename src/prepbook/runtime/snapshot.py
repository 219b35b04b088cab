"""A memory snapshot that holds a book's own packages too, so that importing them costs a reader nothing."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pyodide_lock import PackageSpec

from prepbook.runtime.assets import RuntimeAssets
from prepbook.runtime.wheels import is_pure

BUILDER = Path(__file__).parents[2] / "web" / "runtime"
"""Where the maker of snapshots is, in a checkout: an installed prepbook has neither it nor Pyodide's npm package."""


class NoSnapshotError(Exception):
    """None can be made here; the message says why. Pages then install packages when a program imports them."""


def snapshot_with(
    locked: Mapping[str, PackageSpec], wheels: Mapping[str, Path], assets: RuntimeAssets, cache: Path
) -> bytes:
    """Return the snapshot of a book with these packages, from `cache` where it was made before.

    Only pure packages are in it: a compiled one changes the table of functions, which a snapshot doesn't carry.
    Raises NoSnapshotError.
    """
    pure = [name for name, wheel in wheels.items() if is_pure(wheel)]
    modules = sorted(module for name in pure for module in locked[name].imports)
    kept = cache / f"{_key([wheels[name] for name in pure], modules, assets)}.bin"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _make(kept, [wheels[name] for name in pure], modules, assets.loaded["stdlib"].content)
    return kept.read_bytes()


def _key(wheels: Iterable[Path], modules: Sequence[str], assets: RuntimeAssets) -> str:
    sources = [*sorted(BUILDER.glob("*")), *wheels]
    parts = [hashlib.sha256(each.read_bytes()).hexdigest() for each in sources if each.is_file()]
    parts += [assets.pyodide_version, assets.loaded["stdlib"].sha256, *modules]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _make(target: Path, wheels: Iterable[Path], modules: Sequence[str], stdlib: bytes) -> None:
    node = shutil.which("node")
    if not node or not BUILDER.exists():
        raise NoSnapshotError("needs Node and prepbook's own sources")
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        folder = Path(scratch)
        (folder / "stdlib.zip").write_bytes(stdlib)
        for wheel in wheels:
            shutil.copy(wheel, folder)
        line = [node, str(BUILDER / "build_snapshot.mjs"), "--stdlib", str(folder / "stdlib.zip")]
        line += ["--packages", scratch, "--modules", ",".join(modules), "--snapshot-out", str(folder / "snapshot.bin")]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NoSnapshotError(done.stderr.strip() or f"Node ended with {done.returncode}")
        (folder / "snapshot.bin").rename(target)
