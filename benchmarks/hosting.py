"""What a book costs its host: bytes that visits take from nginx, and requests a second. Prints Markdown tables.

python -m benchmarks.hosting

nginx is set up as `prepbook hosting nginx` says, on this book after `prepbook compress`. Bytes are those of its log,
with headers, and with what the service worker fetches. wrk's figures are on loopback, on a machine that does other
things too: only their ratio to a file of 1 kB on the same server says something.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from benchmarks.start import ROOT, launched
from prepbook.cli import main as prepbook
from prepbook.compress import codings, compress_site
from tests.conftest import SAVING_DATA
from tests.hosting.servers import Server, program, serving_by

PATH = "/book/"
QUIET_MS = 8_000  # in which nothing more is fetched
SECONDS = 5
CONNECTIONS = 16
READERS = 1_000_000

Visit = Callable[[Page, str], None]


def read(page: Page, url: str) -> None:
    """Open the home page, and stay on it."""
    page.goto(url)
    page.wait_for_timeout(QUIET_MS)


def run(page: Page, url: str) -> None:
    """Open the home page and run its first program."""
    page.goto(url)
    section = page.locator("[data-snippet]").first
    section.get_by_role("button", name="Run", exact=True).click()
    expect(section).to_have_attribute("data-state", "done", timeout=60_000)
    page.wait_for_timeout(QUIET_MS)


def read_on(page: Page, url: str) -> None:
    """Open the home page and go on to three chapters."""
    read(page, url)
    for chapter in ("role/", "interview/", "technical-bar/"):
        read(page, url + chapter)


# name: (what was done at a first visit in the same browser, what is done now, whether the reader saves data)
VISITS: dict[str, tuple[Visit | None, Visit, bool]] = {
    "first visit, the home page, saving data": (None, read, True),
    "first visit, the home page": (None, read, False),
    "first visit, the home page and three chapters": (None, read_on, False),
    "first visit, a program run": (None, run, False),
    "return, the home page": (read, read, False),
    "return, a program run": (run, run, False),
}


def measured(new: Callable[[], BrowserContext], url: str, log: Path, name: str) -> tuple[int, int]:
    """Return bytes and answers of a visit, each in a browser of its own."""
    before, now, saves = VISITS[name]
    context = new()
    if saves:
        context.add_init_script(SAVING_DATA)
    for visit in (before, now):
        log.write_text("", encoding="utf-8")
        if visit:
            page = context.new_page()
            visit(page, url)
            page.close()
    context.close()
    lines = log.read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[0]) for line in lines), len(lines)


def report_visits(url: str, log: Path) -> None:
    """Print what visits take."""
    print(f"\n| visit | kB | answers | GB for {READERS:,} such |\n|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for name in VISITS:
            count, answers = measured(browser.new_context, url, log, name)
            print(f"| {name} | {count / 1e3:,.0f} | {answers} | {count * READERS / 1e9:,.0f} |", flush=True)
        browser.close()


def load(server: Server, path: str) -> tuple[float, float]:
    """Return requests and megabytes a second of one address, as wrk counts them."""
    line = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: br", server.url + path]
    said = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    rate, size = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"Transfer/sec:\s+([\d.]+)([KMG]?)B", said)
    assert rate
    assert size
    return float(rate[1]), float(size[1]) * {"": 1e-6, "K": 1.024e-3, "M": 1.048576, "G": 1073.741824}[size[2]]


def report_load(server: Server, site: Path) -> None:
    """Print requests a second, beside those for a file of 1 kB."""
    (site / "kilobyte.txt").write_bytes(b"x" * 1000)
    named = {"a file of 1 kB": "kilobyte.txt", "home page": "", "main bundle": "main-*.js", "Python's core": "*.wasm"}
    base = 0.0
    print("\n| nginx, one process | kB | requests/s | MB/s | of 1 kB's |\n|---|---|---|---|---|")
    for name, pattern in named.items():
        found = next(iter(sorted(site.glob(f"assets/prepbook/{pattern}"))), None) if "*" in pattern else None
        path = found.relative_to(site).as_posix() if found else pattern
        size = len(server.ask(path, Accept_Encoding="br").body)
        rate, megabytes = load(server, path)
        base = base or rate
        print(f"| {name} | {size / 1e3:,.1f} | {rate:,.0f} | {megabytes:,.0f} | {rate / base:.2f} |", flush=True)


def main() -> None:
    """Build, compress, serve, measure."""
    if not program("nginx"):
        print("\nHosting isn't measured: no nginx here. Debian: apt-get install nginx-light wrk")
        return
    with tempfile.TemporaryDirectory() as scratch:
        site, log = Path(scratch, "site"), Path(scratch, "bytes")
        if prepbook(["-f", str(ROOT / "mkdocs.yml"), "build", "--site-dir", str(site)]):
            sys.exit(1)
        done = compress_site(site, codings(), ROOT / ".cache" / "prepbook" / "compressed")
        print(f"\nThe site: {done.files} files, {done.bytes / 1e6:.1f} MB, {done.least / 1e6:.1f} MB compressed.")
        serving = partial(serving_by, "nginx", site, Path(scratch), PATH)
        with serving(log=f"{log} bytes") as server:
            report_visits(server.url, log)
        if program("wrk"):
            with serving() as server:
                report_load(server, site)


if __name__ == "__main__":
    main()
