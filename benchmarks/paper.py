"""What printing costs: seconds and peak memory for this book and for synthetic ones. Prints a Markdown table.

python -m benchmarks.paper [PAGES ...]
"""

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from benchmarks.cost import Cost, measured
from benchmarks.start import ROOT
from prepbook.cli import main as prepbook
from prepbook.pdf.book_page import build_print_html
from prepbook.pdf.printer import print_pdf
from tests.pdf import sample

SIZES = [200, 1000]
PAGES_OF_CHAPTER = 2  # of the sample's chapter with code, its output, tables and a picture


@dataclass(frozen=True)
class Printed:
    """What a book cost, and how many pages it came to."""

    cost: Cost
    pages: int


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


def printed_synthetic(pages: int, folder: Path) -> Printed:
    """Measure the printing of a synthetic book."""
    target = folder / f"{pages}.pdf"
    html = synthetic(pages)
    with measured() as cost:
        print_pdf(html, folder, target, Path(os.environ["PREPBOOK_CHROMIUM"]), lambda *_: None)
    return _counted(cost, target)


def printed_book(folder: Path) -> Printed:
    """Measure `prepbook pdf` on this book, from what was kept of earlier builds."""
    target = folder / "book.pdf"
    with measured() as cost:
        prepbook(["-f", str(ROOT / "mkdocs.yml"), "pdf", "-o", str(target)])
    return _counted(cost, target)


def _counted(cost: Cost, target: Path) -> Printed:
    with pikepdf.open(target) as pdf:
        return Printed(cost, len(pdf.pages))


def main() -> None:
    """Measure and print."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        put_pictures(folder, max(sizes))
        rows = {"this book, read and printed": printed_book(folder)} if sizes == SIZES else {}
        rows |= {f"synthetic, {size} wanted": printed_synthetic(size, folder) for size in sizes}
    print("\n| Book | pages | s | CPU s | CPU ms a page | MB at most |\n|---|---|---|---|---|---|")
    for name, printed in rows.items():
        cost = printed.cost
        each = 1000 * cost.cpu_seconds / printed.pages
        row = f"{printed.pages} | {cost.seconds:.0f} | {cost.cpu_seconds:.0f} | {each:.0f} | {cost.megabytes:.0f}"
        print(f"| {name} | {row} |")


if __name__ == "__main__":
    main()
