"""The book, built once for all tests, served on loopback, and a browser to read it with."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page

from tests.hosts import serving
from tests.timing import TimePerCheck

HERE = Path(__file__).parent
PUBLISHED_AT = "https://handbook.example/book/"  # where the tests' build believes it will stand
ROOT = HERE.parent

# jsonschema, which notebooks come with, takes this one where it is, and it compiles 38 grammars (2.5 s of CPU in each
# process) for addresses that no schema of notebooks has.
sys.modules["rfc3987_syntax"] = cast(Any, None)

WITHOUT_SEARCH = r"""
if (window === top) window.Worker = class extends Worker {
  constructor(url, options) { super(/\/workers\/search\./.test(url) ? URL.createObjectURL(new Blob()) : url, options); }
};
"""
"""Material indexes the whole book on each page, for half a second of CPU; only tests that are `with_search` need it."""

SAVING_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
"""A reader who asked to save data: no Python is started before a press. That is one to six seconds of CPU a visit."""

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


QUICK_COMPILER = "--js-flags=--liftoff-only"
"""Python's WebAssembly compiled once, by the quicker of V8's two compilers: the other's work, two fifths of the CPU of
a test that runs a program, pays off only for programs that take longer than tests do."""


WITHOUT_EXTRAS: dict[str, Any] = {"service_workers": "block", "reduced_motion": "reduce"}
"""What profiles do without in tests that aren't about it. A service worker would fetch again, for each new profile, all
that it keeps for readers offline; each frame of a transition is drawn by the CPU. `tests/engines` has both."""


AS_WITH_WINDOWS = "--font-render-hinting=none"
"""Letters as wide as in a Chromium with windows, where the one under test has none."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built book; built by the first worker that asks, from the working tree."""
    return built_once(tmp_path_factory, "site", "mkdocs.yml", {"PREPBOOK_SITE_URL": PUBLISHED_AT})


def built_once(factory: pytest.TempPathFactory, folder: str, settings: str, environment: dict[str, str]) -> Path:
    """Return the folder of a built book of this repository's, by its settings; the first worker that asks builds it."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    target = shared / folder
    with FileLock(str(shared / f"{target.name}.lock")):
        if not (target / "book.json").exists():
            # Not --quiet: it drops the warnings about dead links and anchors on which a strict build has to stop.
            command = [sys.executable, "-m", "mkdocs", "build", "-f", settings, "--site-dir", str(target)]
            env = {**os.environ, **environment}
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
    context = browser.new_context(**WITHOUT_EXTRAS)
    context.add_init_script(WITHOUT_SEARCH)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Do without service worker and motion; a test's mark allows: `browser_context_args(service_workers="allow")`."""
    return {**browser_context_args, **WITHOUT_EXTRAS}


@pytest.fixture
def context(context: BrowserContext, request: pytest.FixtureRequest) -> BrowserContext:
    """Return a browser profile of the test's own, whose pages do nothing unasked that the test's marks don't want."""
    if not request.node.get_closest_marker("with_search"):
        context.add_init_script(WITHOUT_SEARCH)
    if request.node.get_closest_marker("without_python"):
        context.add_init_script(SAVING_DATA)
    return context


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the Chromium that set-up found, without its own calls home and without its address bar."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    without = [f"--disable-features={','.join([*ADDRESS_BAR, *AS_PLAYWRIGHT])}"]
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    found = os.environ.get("PREPBOOK_CHROMIUM")
    args = [*quiet, *without, *root, QUICK_COMPILER, AS_WITH_WINDOWS]
    return {**browser_type_launch_args, "args": args, **({"executable_path": found} if found else {})}


QUICK_ROOMS = {"generator", "grader", "readiness"}

LEFT_OUT = (
    "pages in browsers and engines, the whole book's build, PDF, Python in Pyodide, mutants, shards, zip and sub-path, "
    "what a second build converts"
)
"""What --quick takes on trust: see BOOK_OR_BROWSER and the marker `slow`."""

BOOK_OR_BROWSER = {"site", "browser", "engine", "printed", "tank_pages"}
"""Fixtures that build the whole book or start a browser."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --quick and --update-pictures."""
    parser.addoption("--quick", action="store_true", help="only tests that need no browser, no whole book, no patience")
    parser.addoption(
        "--update-pictures", action="store_true", help="keep how pages look now, for later runs to compare"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers that this file heeds, and say at the end where the time went."""
    config.pluginmanager.register(TimePerCheck(ROOT / "checks"))
    config.addinivalue_line("markers", "with_search: pages are left to index the book for their search")
    config.addinivalue_line("markers", "without_python: pages start no Python before a press")
    config.addinivalue_line("markers", "slow: left out by --quick, though it needs no browser and no whole book")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what --quick leaves out, give the others their second try, and begin with what takes long."""
    if config.option.quick:
        config.hook.pytest_deselected(items=[item for item in items if _is_slow(item)])
        items[:] = [item for item in items if not _is_slow(item)]
    _allow_reruns(items)
    _short_files_last(items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what a quick run hasn't shown."""
    if config.option.quick:
        terminalreporter.write_line(f"--quick left untried: {LEFT_OUT}. ./scripts/test tries them.")


def _is_slow(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("slow") or BOOK_OR_BROWSER & {*getattr(item, "fixturenames", ())})


def _allow_reruns(items: list[pytest.Item]) -> None:
    """Try a failed test of a real browser once more: on a crowded machine a browser may stall for no fault of ours.

    The summary names each test that needed it ("R"); one that does so again and again is a finding.
    """
    for item in items:
        if any(item.path.is_relative_to(HERE / room) for room in ("site", "engines", "pages")):
            item.add_marker(pytest.mark.flaky(reruns=1))


def _short_files_last(items: list[pytest.Item]) -> None:
    """Sort files, so that at the end no worker is left alone with a long one: by number of tests, quick rooms last.

    Those that need the whole book come first: its build judges all answers, which others then find judged.
    """
    sizes = Counter(item.path for item in items)
    of_the_book = {item.path for item in items if "site" in getattr(item, "fixturenames", ())}
    items.sort(
        key=lambda item: (
            item.path.parent.name in QUICK_ROOMS,
            item.path not in of_the_book,
            -sizes[item.path],
            item.path,
        )
    )
