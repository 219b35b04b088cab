"""A notebook's stored outputs are what its cells print."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.book import pages

NOTEBOOKS = [path for path in pages() if path.suffix == ".ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_print_what_the_page_shows(path: Path) -> None:
    """Run every cell in a fresh kernel and compare text outputs."""
    stored = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    fresh = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    beside = {"metadata": {"path": str(path.parent)}}
    NotebookClient(fresh, timeout=60, kernel_name="python3", resources=beside).execute()
    assert [texts(cell) for cell in fresh.cells] == [texts(cell) for cell in stored.cells]
    assert any("".join(texts(cell)) for cell in stored.cells)


def texts(cell: nbformat.NotebookNode) -> list[str]:
    """Return what a cell printed, however many pieces it came in, and what it returned, as text and as a picture."""
    outputs = cell.get("outputs", [])
    shown = [output["data"] for output in outputs if "data" in output]
    printed = "".join(output.get("text", "") for output in outputs)
    return [printed, *(data[kind] for data in shown for kind in ("text/plain", "image/svg+xml") if kind in data)]
