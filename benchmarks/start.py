"""How long a reader waits for the first output, against bare `loadPyodide` in a worker. Prints a Markdown table."""

import functools
import gzip
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import brotli
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).parent.parent
ROUNDS = 7
SETTLED_MS = 6_000
MEGABYTE = 1_000_000
BARE = Path(__file__).parent / "bare"  # a page that runs one program with loadPyodide as npm ships it
BOOK = Path(__file__).parent / "book"  # a book that runs the same one
SHOWN = """new Promise((done) => {
  const look = () => performance.getEntriesByName("prepbook:output").length > 0 ? done() : setTimeout(look, 10);
  look();
})"""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as they are, as one host would for both pages."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> str:
    """Serve a folder on loopback until the process ends. Returns its URL."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def waited(page: Page) -> float:
    """Press Run; return the ms from the click to the first output, as the page's own marks tell."""
    page.evaluate("performance.clearMarks()")
    page.get_by_role("button", name="Run").first.click()
    # The pages' policy forbids what Playwright's own waiting for a function needs.
    page.evaluate(SHOWN)
    return float(
        page.evaluate(
            "performance.getEntriesByName('prepbook:output')[0].startTime"
            " - performance.getEntriesByName('prepbook:run')[0].startTime"
        )
    )


def opened(context: BrowserContext, url: str) -> Page:
    """Open a page and return it as soon as its Run button is there."""
    page = context.new_page()
    page.goto(url)
    page.get_by_role("button", name="Run").first.wait_for()
    return page


def visits(browser: Browser, url: str) -> tuple[float, float, float]:
    """Return ms of a first visit, of a second with what the first has kept, and of a second press on the same page."""
    context = browser.new_context()
    page = opened(context, url)
    cold = waited(page)
    page.wait_for_timeout(SETTLED_MS)  # a spare boots, and what was loaded is kept for reading offline
    page.close()
    page = opened(context, url)
    warm = waited(page)
    page.wait_for_timeout(SETTLED_MS)
    ahead = waited(page)
    context.close()
    return cold, warm, ahead


def stops(browser: Browser, url: str) -> tuple[float, float]:
    """Return ms to the next program's output after an endless one was stopped: with a spare, and without."""
    context = browser.new_context()
    page = opened(context, url)
    section = page.locator("[data-snippet]").first
    found = []
    for spare_ms in (SETTLED_MS, 0):  # The spare of the first stop is used up by the run after it.
        section.get_by_role("textbox").fill("while True: pass")
        section.get_by_role("button", name="Run").click()
        page.wait_for_timeout(500 + spare_ms)
        section.get_by_role("button", name="Stop").click()
        section.get_by_role("textbox").fill("print(1)")
        found.append(waited(page))
    context.close()
    return found[0], found[1]


def transfers(browser: Browser, url: str, folder: Path) -> list[Path]:
    """Return the files that a first visit asks for until its first output."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(url)
    page.get_by_role("button", name="Run").first.wait_for()
    waited(page)
    context.close()
    names = {address.removeprefix(url).partition("#")[0].partition("?")[0] for address in asked}
    return [folder / (name or "index.html") for name in sorted(names) if (folder / (name or "index.html")).is_file()]


def megabytes(files: list[Path], compress: Callable[[bytes], bytes]) -> float:
    """Return the size of files as a host would send them."""
    return sum(len(compress(file.read_bytes())) for file in files) / MEGABYTE


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site, book = built(ROOT, Path(scratch) / "site"), built(BOOK, Path(scratch) / "book")
        bare = Path(scratch) / "bare"
        bare.mkdir()
        for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
            (bare / name).symlink_to(ROOT / "node_modules" / "pyodide" / name)
        for file in BARE.iterdir():
            (bare / file.name).symlink_to(file)
        browser = launched(playwright)
        print(f"Chromium {browser.version}, {os.cpu_count()} cores, medians of {ROUNDS} interleaved rounds.\n")
        report_times(browser, serve(book), serve(bare))
        report_sizes(browser, serve(site), site)
        browser.close()


def launched(playwright: Playwright) -> Browser:
    """Return the Chromium that set-up found."""
    return playwright.chromium.launch(
        executable_path=os.environ.get("PREPBOOK_CHROMIUM"), args=["--no-sandbox"] if os.geteuid() == 0 else []
    )


def built(source: Path, target: Path) -> Path:
    """Build the book in `source`; return `target`, where it stands."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(target)], cwd=source, check=True)
    return target


def report_times(browser: Browser, ours: str, bare: str) -> None:
    """Print what a reader waits for, as medians of interleaved rounds."""
    rounds = [(visits(browser, ours), visits(browser, bare)) for _ in range(ROUNDS)]
    print("| click to output | ours, ms | bare loadPyodide, ms | ratio | target |\n|---|---|---|---|---|")
    targets = {"first visit": "0.25", "warm visit": "0.2", "after boot-ahead": "10 ms"}
    for number, (name, target) in enumerate(targets.items()):
        mine = statistics.median(one[number] for one, _ in rounds)
        other = statistics.median(two[number] for _, two in rounds)
        print(f"| {name} | {mine:.1f} | {other:.1f} | {mine / other:.2f} | {target} |")
    after = [stops(browser, ours) for _ in range(ROUNDS)]
    for number, (name, target) in enumerate({"with a spare": "50 ms", "without": "500 ms"}.items()):
        print(f"| after Stop, {name} | {statistics.median(each[number] for each in after):.1f} | | | {target} |")


def report_sizes(browser: Browser, url: str, site: Path) -> None:
    """Print what the first page of this repository's book has to carry."""
    files = transfers(browser, url, site)
    print("\n| until the first output | MB | target |\n|---|---|---|")
    print(f"| gzip 9 | {megabytes(files, functools.partial(gzip.compress, compresslevel=9)):.2f} | 8.5 |")
    print(f"| brotli 11 | {megabytes(files, brotli.compress):.2f} | 6.5 |")
    manifest = json.loads((ROOT / "src/prepbook/static/manifest.json").read_text())
    scripts = [ROOT / "src/prepbook/static" / name for name in (manifest["main"]["file"], *manifest["shared"])]
    script_kb = megabytes(scripts, functools.partial(gzip.compress, compresslevel=9)) * 1000
    print(f"| our script on an untouched page, gzip 9 | {script_kb:.1f} kB | 40 kB |")


if __name__ == "__main__":
    main()
