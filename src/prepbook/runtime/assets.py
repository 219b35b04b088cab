"""Gathers the files that pages load at run time and the manifest that tells the page about them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import attrs
from pyodide_lock import PackageSpec, PyodideLockSpec

PACKAGES = "packages"  # the book's own, apart from wheels/, which are in every page's Python already
LATER = ("stdlib", f"{PACKAGES}/")  # a start does without: pages load these when a program imports from them
PYTHON = ("wasm", "snapshot", "stdlib", "lock")  # what an interpreter is started from
STATIC = Path(__file__).parent.parent / "static"  # written by src/web/build.mjs


class MissingBundleError(Exception):
    """The web bundle hasn't been built."""

    def __init__(self) -> None:
        super().__init__("src/prepbook/static/manifest.json: expected the web bundle, found none. Run: npm run build")


@dataclass(frozen=True)
class Asset:
    """A file to publish under a name that holds its hash."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash by which the page checks what arrived, as hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class RuntimeAssets:
    """Everything a page may load: `main`, `shared` and `style` by URL, the rest through the manifest."""

    main: str
    shared: tuple[str, ...]  # what `main` imports, so that the page can ask for it at once
    style: str
    pyodide_version: str
    frame: str  # by which source a policy allows the program in the sandboxed frame
    files: tuple[Asset, ...]
    loaded: Mapping[str, Asset]  # by the name under which the page asks for it


def read_runtime_assets(static: Path = STATIC) -> RuntimeAssets:
    """Read the bundle that src/web/build.mjs made."""
    manifest = _read_manifest(static)
    pyodide = manifest["pyodide"]
    loaded = {"worker": manifest["worker"], **{name: pyodide[name] for name in PYTHON if name in pyodide}}
    chunks = [path for path in sorted(static.rglob("*")) if path.is_file() and path.suffix in {".js", ".css", ".map"}]
    named = {name: _asset(static, entry["file"]) for name, entry in loaded.items()}
    wheels = sorted(static.glob("wheels/*/*.whl"))
    scripts = [Asset(path.relative_to(static).as_posix(), path.read_bytes()) for path in (*chunks, *wheels)]
    others = [asset for asset in named.values() if asset not in scripts]
    return RuntimeAssets(
        main=manifest["main"]["file"],
        shared=tuple(manifest["shared"]),
        style=manifest["style"]["file"],
        pyodide_version=pyodide["version"],
        frame=manifest["frame"]["source"],
        files=(*scripts, *others),
        loaded=named,
    )


def read_library_lock(static: Path = STATIC) -> PyodideLockSpec:
    """Read which packages every page has: pytest, the grader."""
    return PyodideLockSpec.from_json(static / _read_manifest(static)["pyodide"]["lock"]["file"])


def _read_manifest(static: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((static / "manifest.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingBundleError from error
    return manifest


def with_packages(
    assets: RuntimeAssets, locked: Mapping[str, PackageSpec], wheels: Mapping[str, Path], snapshot: bytes | None
) -> RuntimeAssets:
    """Return the assets with a book's own packages among them, in the site's lock and for pages to load.

    `snapshot` is one that holds these packages, to take the place of the one that holds none.
    """
    carried = {name: _wheel_asset(wheels[name]) for name in locked}
    listed = {name: attrs.evolve(each, file_name=carried[name].name) for name, each in locked.items()}
    lock = PyodideLockSpec.from_dict(json.loads(assets.loaded["lock"].content))
    lock.packages |= listed
    content = json.dumps(lock.to_dict(), sort_keys=True).encode()
    loaded = {
        **assets.loaded,
        **{f"{PACKAGES}/{name}": asset for name, asset in carried.items()},
        "lock": _hashed("pyodide-lock-{}.json", content),
        **({"snapshot": _hashed("snapshot-{}.bin", snapshot)} if snapshot else {}),
    }
    replaced = set(assets.loaded.values()) - set(loaded.values())
    added = set(loaded.values()) - set(assets.loaded.values())
    kept = [asset for asset in assets.files if asset not in replaced]
    return replace(assets, files=(*kept, *sorted(added, key=lambda asset: asset.name)), loaded=loaded)


def _wheel_asset(wheel: Path) -> Asset:
    return _hashed(f"{PACKAGES}/{{}}/{wheel.name}", wheel.read_bytes())  # Pyodide reads a wheel's name


def _hashed(name: str, content: bytes) -> Asset:
    return Asset(name.format(hashlib.sha256(content).hexdigest()[:12]), content)


def _asset(static: Path, name: str) -> Asset:
    return Asset(name, (static / name).read_bytes())


def page_manifest(assets: RuntimeAssets, folder: str) -> dict[str, Any]:
    """Return what the page needs to know to load the runtime: URLs from the site's root, sizes, hashes."""
    return {
        "pyodide": assets.pyodide_version,
        "assets": {
            name: {
                "url": f"{folder}/{asset.name}",
                "bytes": len(asset.content),
                "sha256": asset.sha256,
                **({"later": True} if name.startswith(LATER) else {}),
            }
            for name, asset in assets.loaded.items()
        },
    }
