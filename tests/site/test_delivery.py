"""What a reader is told when Python's files arrive late, broken or not at all; the next press puts it right."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import SAVING_DATA
from tests.hosts import Fault, WatchedHost, alter, cut, halt, mislabel, miss, shorten

from .running import BOOT_MS, block, output, press, run

BENCH = "one/bench.py"
STALL_MS = 21_000

# name of the case: the file, what the host does with it, what the reader reads
CASES: dict[str, tuple[str, Fault, str]] = {
    "a download cut off": ("pyodide.asm", cut, "A part of Python could not be loaded."),
    "a file cut short": ("pyodide.asm", shorten, "A part of Python arrived incomplete"),
    "an altered file": ("pyodide.asm", alter, "A part of Python arrived altered"),
    "a missing file": ("pyodide.asm", miss, "does not have a part of Python"),
    "an altered snapshot": ("snapshot", alter, "A part of Python arrived altered"),
    "a missing worker": ("worker", miss, "does not have a part of Python"),
    "a missing list": ("runtime-", miss, "does not have a part of Python"),
    "a list cut short": ("runtime-", shorten, "A part of Python arrived altered"),
}


@pytest.fixture
def metered(page: Page) -> Page:
    """Return a page that fetches nothing of Python by itself."""
    page.add_init_script(SAVING_DATA)
    return page


@pytest.mark.parametrize("name", CASES)
def test_fault_is_named_and_the_next_press_runs(name: str, runs_host: WatchedHost, metered: Page) -> None:
    """Its own words, the code still there, and no reload once the host is well, whatever the browser has kept."""
    file, fault, says = CASES[name]
    runs_host.faults[file] = fault
    metered.goto(runs_host.url)
    section = block(metered, BENCH)
    assert run(section) == "error"
    assert says in output(section)
    assert "Technical detail" in output(section)
    assert file in output(section)
    runs_host.faults.clear()
    assert run(section) == "done"
    assert output(section) == "bench"


@pytest.fixture
def released() -> Iterator[threading.Event]:
    """Return what lets a halted download end; set when the test does."""
    event = threading.Event()
    yield event
    event.set()


def test_halted_download_is_given_up_and_the_next_press_runs(
    runs_host: WatchedHost, metered: Page, released: threading.Event
) -> None:
    """Nothing waits for ever: 20 s without a byte, twice, and the reader is told."""
    runs_host.faults["pyodide.asm"] = halt(released)
    metered.clock.install()
    metered.goto(runs_host.url)
    section = block(metered, BENCH)
    press(section, "Run")
    expect_worker(metered)
    for attempt in (1, 2):
        expect_asked(metered, runs_host, "pyodide.asm", attempt)
        metered.clock.fast_forward(STALL_MS)
    expect(section).to_have_attribute("data-state", "error", timeout=BOOT_MS)
    assert "nothing arrived for a long time" in output(section)
    runs_host.faults.clear()
    assert run(section) == "done"
    assert output(section) == "bench"


def expect_worker(page: Page) -> None:
    """Wait until Python's worker is there: it starts beside the download, and its own patience is no part of this."""
    for _ in range(300):
        if page.workers:
            break
        page.wait_for_timeout(100)
    assert page.workers
    page.wait_for_timeout(1_000)  # it says hello


def expect_asked(page: Page, host: WatchedHost, name: str, times: int) -> None:
    """Wait until the host was asked for a file that often, and the page has had its first bytes."""
    for _ in range(300):
        if sum(name in path for path in host.asked) >= times:
            break
        page.wait_for_timeout(100)
    assert sum(name in path for path in host.asked) == times


def test_stop_ends_a_halted_download(runs_host: WatchedHost, metered: Page, released: threading.Event) -> None:
    """The reader need not wait for our patience to end."""
    runs_host.faults["pyodide.asm"] = halt(released)
    metered.goto(runs_host.url)
    section = block(metered, BENCH)
    press(section, "Run")
    expect_asked(metered, runs_host, "pyodide.asm", 1)
    press(section, "Stop")
    expect(section).to_have_attribute("data-state", "stopped")


def test_wrong_type_does_not_matter(runs_host: WatchedHost, metered: Page) -> None:
    """A host that calls WebAssembly and scripts plain text still serves a book that runs."""
    runs_host.faults |= {"pyodide.asm": mislabel, "snapshot": mislabel, "worker": mislabel, "runtime-": mislabel}
    metered.goto(runs_host.url)
    section = block(metered, BENCH)
    assert run(section) == "done"
    assert output(section) == "bench"


def test_missing_standard_library_is_told_and_the_next_press_runs(runs_host: WatchedHost, metered: Page) -> None:
    """It comes later than the rest, for programs that import what few do."""
    runs_host.faults["stdlib"] = miss
    metered.goto(runs_host.url)
    section = block(metered, BENCH)
    source = "import wave\nprint(wave.__name__)"
    assert run(section, source) == "error"
    runs_host.faults.clear()
    assert run(section) == "done"
    assert output(section) == "wave"


def test_exercise_without_python_or_tests_gives_no_verdict_on_the_answer(runs_host: WatchedHost, metered: Page) -> None:
    """Our failure is told as ours, for Python's files and for the exercise's own."""
    runs_host.faults["double"] = miss  # from the start: the offline worker would keep the file
    metered.goto(runs_host.url)
    section = metered.locator('[data-check="double"]')
    section.get_by_role("textbox", name="Your answer").fill("def double(x): return 2 * x")
    faults = {"double": "A file that this block needs", "pyodide.asm": "does not have a part of Python"}
    for file, says in faults.items():
        runs_host.faults = {file: miss}
        press(section, "Check")
        expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)
        assert says in section.locator(".pb-results").inner_text()
        expect(section).to_have_attribute("data-fault", "ours")
    runs_host.faults.clear()
    press(section, "Check")
    expect(section).to_have_attribute("data-verdict", "passed", timeout=BOOT_MS)
