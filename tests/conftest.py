"""The book, built once for all tests, served on loopback, and a browser to read it with."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.hosts import serving
from tests.timing import TimePerCheck

HERE = Path(__file__).parent
PUBLISHED_AT = "https://handbook.example/book/"  # where the tests' build believes it will stand
ROOT = HERE.parent

ADDRESS_BAR = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]
"""Two pages of its own that Chromium loads into each window that opens, seen or not: over a second of CPU."""

AS_PLAYWRIGHT = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
"""What Playwright switches off itself. Of two such switches Chromium hears the last only, so ours repeats its list."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built book; built by the first worker that asks, from the working tree."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    target = shared / "site"
    with FileLock(str(shared / "site.lock")):
        if not (target / "book.json").exists():
            # Not --quiet: it drops the warnings about dead links and anchors on which a strict build has to stop.
            command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
            env = {**os.environ, "PREPBOOK_SITE_URL": PUBLISHED_AT}
            done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Return the URL, with its closing slash, under which the built book is served."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def kept_page(browser: Browser) -> Iterator[Page]:
    """Return a page that stays open over tests, as a reader's does, so that Python needn't start anew for each."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the Chromium that set-up found, without its own calls home and without its address bar."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    without = [f"--disable-features={','.join([*ADDRESS_BAR, *AS_PLAYWRIGHT])}"]
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    found = os.environ.get("PREPBOOK_CHROMIUM")
    args = [*quiet, *without, *root]
    return {**browser_type_launch_args, "args": args, **({"executable_path": found} if found else {})}


BOOK_OR_BROWSER = {"site", "browser", "engine", "printed", "tank_pages"}
"""Fixtures that build the whole book or start a browser."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --quick and --update-pictures."""
    parser.addoption("--quick", action="store_true", help="only tests that need no browser, no whole book, no patience")
    parser.addoption(
        "--update-pictures", action="store_true", help="keep how pages look now, for later runs to compare"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker that --quick heeds, and say at the end where the time went."""
    config.pluginmanager.register(TimePerCheck(ROOT / "checks"))
    config.addinivalue_line("markers", "slow: left out by --quick, though it needs no browser and no whole book")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what --quick leaves out, and give the others their second try."""
    if config.option.quick:
        config.hook.pytest_deselected(items=[item for item in items if _is_slow(item)])
        items[:] = [item for item in items if not _is_slow(item)]
    _allow_reruns(items)


def _is_slow(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("slow") or BOOK_OR_BROWSER & {*getattr(item, "fixturenames", ())})


def _allow_reruns(items: list[pytest.Item]) -> None:
    """Try a failed test of a real browser once more: on a crowded machine a browser may stall for no fault of ours.

    The summary names each test that needed it ("R"); one that does so again and again is a finding.
    """
    for item in items:
        if any(item.path.is_relative_to(HERE / room) for room in ("site", "engines", "pages")):
            item.add_marker(pytest.mark.flaky(reruns=1))
