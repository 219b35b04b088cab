"""What printing costs: seconds and peak memory for this book and for synthetic ones. Prints a Markdown table.

python -m benchmarks.paper [PAGES ...]
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from benchmarks.start import ROOT
from prepbook.cli import main as prepbook
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.printer import print_pdf
from tests.pdf import sample

SIZES = [200, 1000]
PAGES_OF_CHAPTER = 2  # of the sample's chapter with code, its output, tables and a picture
SAMPLE_S = 0.5
_KB = 1024


@dataclass
class Cost:
    """What was used while something ran."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    megabytes: float = 0.0  # the most that this process and those below it had in memory together
    pages: int = 0


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure what this process and all below it take until the block ends."""
    cost = Cost()
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(cost, done))
    start = time.perf_counter()
    watcher.start()
    yield cost
    done.set()
    watcher.join()
    cost.seconds = time.perf_counter() - start


def _watch(cost: Cost, done: threading.Event) -> None:
    """Look again and again: what Chromium's own children took is nowhere counted once they have ended."""
    first = _running()
    base, last = sum(map(_proportional, first)), dict(first)
    while not done.wait(SAMPLE_S):
        now = _running()
        last |= now
        cost.cpu_seconds = (sum(last.values()) - sum(first.values())) / os.sysconf("SC_CLK_TCK")
        cost.megabytes = max(cost.megabytes, (sum(map(_proportional, now)) - base) / _KB)


def _running() -> dict[int, int]:
    """Return this process and all below it with the ticks of CPU that each has taken."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        process = int(stat.parent.name)
        parents[process], ticks[process] = int(fields[1]), int(fields[11]) + int(fields[12])
    own = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in own} - own:
        own |= more
    return {process: ticks.get(process, 0) for process in own}


def _proportional(pid: int) -> int:
    """Return a process's kilobytes; what several share counts in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def synthetic(pages: int) -> str:
    """Return the print page of about that many pages: the sample's, again and again."""
    chapters, appendices = sample.sample_chapters()
    again = [
        replace(chapters[1], url=f"{number}-{chapters[1].url}", title=f"{chapters[1].title} {number}")
        for number in range(pages // PAGES_OF_CHAPTER)
    ]
    return build_print_html([*chapters, *again], appendices, sample.META)


def put_pictures(folder: Path, chapters: int) -> None:
    """Write the picture that each of the synthetic chapters shows."""
    for name in ["measuring", *(f"{number}-measuring" for number in range(chapters))]:
        (folder / name).mkdir()
        (folder / name / "curve.svg").write_text(sample.CURVE)


def printed_synthetic(pages: int, folder: Path) -> Cost:
    """Measure the printing of a synthetic book."""
    target = folder / f"{pages}.pdf"
    html = synthetic(pages)
    with measured() as cost:
        print_pdf(html, folder, target, Path(os.environ["PREPBOOK_CHROMIUM"]), lambda *_: None)
    return _counted(cost, target)


def printed_book(folder: Path) -> Cost:
    """Measure `prepbook pdf` on this book, from what was kept of earlier builds."""
    target = folder / "book.pdf"
    with measured() as cost:
        prepbook(["-f", str(ROOT / "mkdocs.yml"), "pdf", "-o", str(target)])
    return _counted(cost, target)


def _counted(cost: Cost, target: Path) -> Cost:
    with pikepdf.open(target) as pdf:
        return replace(cost, pages=len(pdf.pages))


def main() -> None:
    """Measure and print."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        put_pictures(folder, max(sizes))
        rows = {"this book, read and printed": printed_book(folder)} if sizes == SIZES else {}
        rows |= {f"synthetic, {size} wanted": printed_synthetic(size, folder) for size in sizes}
    print("\n| Book | pages | s | CPU s | CPU ms a page | MB at most |\n|---|---|---|---|---|---|")
    for name, cost in rows.items():
        each = 1000 * cost.cpu_seconds / cost.pages
        row = f"{cost.pages} | {cost.seconds:.0f} | {cost.cpu_seconds:.0f} | {each:.0f} | {cost.megabytes:.0f}"
        print(f"| {name} | {row} |")


if __name__ == "__main__":
    main()
