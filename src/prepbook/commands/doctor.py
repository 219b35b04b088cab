"""`prepbook doctor`: what is missing on this machine, and the command that mends it."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from prepbook.commands.opened import Subparsers, open_book
from prepbook.compress import codings
from prepbook.runtime.assets import PYTHON, MissingBundleError, read_runtime_assets

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium-headless-shell")


@dataclass(frozen=True)
class Need:
    """One thing that some command wants of the machine."""

    name: str
    for_what: str
    found: str  # empty where it is missing
    mend: str  # the command that brings it
    required: bool = False


def add(commands: Subparsers) -> None:
    """Declare the command."""
    doctor = commands.add_parser(
        "doctor",
        help="say what is missing on this machine, and the command that mends it",
        description="Say what is there and what is missing on this machine, what for, and the command that mends it. "
        "Exit status 1 when something is missing without which no book can be built.",
    )
    doctor.set_defaults(command=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    needs = [*_of_every_book(), *_of_this_book(options), *_of_other_commands()]
    for need in needs:
        print(_line(need))
    missing = [need.name for need in needs if need.required and not need.found]
    print(f"\nMissing, and no book can be built without: {', '.join(missing)}." if missing else "\nBooks can be built.")
    return 1 if missing else 0


def _line(need: Need) -> str:
    if need.found:
        return f"ok       {need.name}: {need.found}"
    label = "MISSING" if need.required else "absent "
    return f"{label}  {need.name}, {need.for_what}. Run: {need.mend}"


def _of_every_book() -> Iterator[Need]:
    version = ".".join(map(str, sys.version_info[:3]))
    found = version if sys.version_info >= (3, 12) else ""
    yield Need("Python 3.12 or newer", f"this is {version}", found, "pyenv install 3.13", required=True)
    yield Need("web bundle and Pyodide", "which every site carries", _bundle(), _BUNDLE, required=True)
    yield Need("memory snapshot", "from which Python starts fast in pages", _snapshot(), _BUNDLE, required=True)


_BUNDLE = "pip install --force-reinstall prepbook (in a checkout: ./scripts/build)"


def _bundle() -> str:
    try:
        return f"Pyodide {read_runtime_assets().pyodide_version}"
    except (MissingBundleError, OSError):
        return ""


def _snapshot() -> str:
    try:
        loaded = read_runtime_assets().loaded
    except (MissingBundleError, OSError):
        return ""
    return f"{len(loaded['snapshot'].content) / 1e6:.1f} MB" if set(PYTHON) <= set(loaded) else ""


def _of_this_book(options: argparse.Namespace) -> Iterator[Need]:
    if not Path(options.config_file).exists():
        return
    config, plugin = open_book(options)
    if plugin.config.packages:
        packages, findings = plugin.packages(plugin.layout(config))
        found = "" if findings else ", ".join(packages.locked)
        what = findings[0].found if findings else ""
        yield Need("wheels of the book's packages", f"found {what}", found, "prepbook lock", required=True)


def _of_other_commands() -> Iterator[Need]:
    install = "sudo apt-get install {} (or as your system installs it)"
    chromium = f"{install.format('chromium')}, or: playwright install chromium"
    yield Need("Chromium", "for prepbook pdf", _chromium(), chromium)
    yield Need(
        "Java",
        "for checking EPUB files and pages against their standards",
        _in_path("java"),
        install.format("default-jre-headless"),
    )
    node = "only to develop prepbook, and to put a book's own packages into the memory snapshot"
    yield Need("Node", node, _in_path("node"), install.format("nodejs"))
    packed = {way.suffix for way in codings()}
    pip = "pip install 'prepbook[hosting]'"
    yield Need("brotli", "for the smallest files of prepbook compress", "found" if ".br" in packed else "", pip)
    zstd = install.format("zstd")
    yield Need("Zstandard", "for prepbook compress, too", "found" if ".zst" in packed else "", zstd)
    yield Need("git", "to keep your book's history", _in_path("git"), install.format("git"))


def _in_path(*names: str) -> str:
    return next((path for name in names if (path := shutil.which(name))), "")


def _chromium() -> str:
    named = os.environ.get("PREPBOOK_CHROMIUM", "")
    if named:
        return named if Path(named).exists() else ""
    return _in_path(*BROWSERS) or _of_playwright()


def _of_playwright() -> str:
    from playwright.sync_api import Error, sync_playwright  # starts a process: only where nothing else was found

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return ""
    return path if Path(path).exists() else ""
