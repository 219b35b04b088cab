"""What a book's pages run programs with: Python's files, with the book's own packages, and the list of them."""

import json
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from prepbook.render import ASSETS, hashed_name
from prepbook.runtime.assets import (
    MissingBundleError,
    RuntimeAssets,
    page_manifest,
    read_runtime_assets,
    with_packages,
)
from prepbook.runtime.packages import Packages
from prepbook.runtime.snapshot import NoSnapshotError, snapshot_with

_log = get_plugin_logger(__name__)


def runtime_of(packages: Packages, cache: Path) -> RuntimeAssets:
    """Return what every page needs, with the book's packages in the memory snapshot where that can be made."""
    try:
        assets = read_runtime_assets()
    except MissingBundleError as error:
        raise PluginError(str(error)) from error
    if not packages.locked:
        return assets
    snapshot = None
    try:
        snapshot = snapshot_with(packages.locked, packages.wheels, assets, cache / "snapshots")
    except NoSnapshotError as error:
        _log.info("prepbook: readers wait for packages to be imported; no memory snapshot of them: %s", error)
    return with_packages(assets, packages.locked, packages.wheels, snapshot)


def manifest_of(assets: RuntimeAssets) -> tuple[str, bytes]:
    """Return the list of what pages fetch for Python, and its name: one for all pages, for its hashes take a while."""
    content = json.dumps(page_manifest(assets, ASSETS), sort_keys=True).encode()
    return hashed_name("runtime.json", content), content
