"""Gathers the files that pages load at run time and the manifest that tells the page about them."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """Everything a page may load: `main` and `style` by URL, the rest through the manifest."""

    main: str
    style: str
    pyodide_version: str
    files: tuple[Asset, ...]
    loaded: dict[str, Asset]  # by the name under which the page asks for it


def read_runtime_assets(static: Path = STATIC) -> RuntimeAssets:
    """Read the bundle that src/web/build.mjs made."""
    try:
        manifest = json.loads((static / "manifest.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingBundleError from error
    pyodide = manifest["pyodide"]
    loaded = {"worker": manifest["worker"], **{name: pyodide[name] for name in PYTHON if name in pyodide}}
    chunks = [path for path in sorted(static.rglob("*")) if path.is_file() and path.suffix in {".js", ".css", ".map"}]
    named = {name: _asset(static, entry["file"]) for name, entry in loaded.items()}
    scripts = [Asset(path.relative_to(static).as_posix(), path.read_bytes()) for path in chunks]
    others = [asset for asset in named.values() if asset not in scripts]
    return RuntimeAssets(
        main=manifest["main"]["file"],
        style=manifest["style"]["file"],
        pyodide_version=pyodide["version"],
        files=(*scripts, *others),
        loaded=named,
    )


def _asset(static: Path, name: str) -> Asset:
    return Asset(name, (static / name).read_bytes())


def page_manifest(assets: RuntimeAssets, folder: str) -> dict[str, Any]:
    """Return what the page needs to know to load the runtime: URLs from the site's root, sizes, hashes."""
    return {
        "pyodide": assets.pyodide_version,
        "assets": {
            name: {"url": f"{folder}/{asset.name}", "bytes": len(asset.content), "sha256": asset.sha256}
            for name, asset in assets.loaded.items()
        },
    }
