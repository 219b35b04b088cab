"""Reads notebooks: what their cells refer to, and their code cells as the programs of one session.

A notebook whose metadata holds `"prepbook": {"run": true}` is run: in the build, which compares what its cells print
with the outputs stored in them, and in the reader's page. `"data": ["file.json"]` names files beside the notebook.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.utils import meta

from prepbook.book import Reference, Snippet
from prepbook.errors import Finding
from prepbook.load.pages import read_references

SESSION = "notebook"


@dataclass(frozen=True)
class Cell:
    """One cell, its place among the notebook's cells counted from 1."""

    number: int
    id: str
    kind: str
    source: str
    output: str  # the text stored in it


@dataclass(frozen=True)
class Notebook:
    """A notebook as written; `file` is its path below docs/, `name` how findings call it."""

    file: str
    name: str
    cells: tuple[Cell, ...]
    is_run: bool = False
    data: Mapping[str, str] | None = None

    def path_of(self, cell: Cell) -> str:
        """Return the path under which a code cell is known as a snippet."""
        return f"{self.file.removesuffix('.ipynb')}/{cell.id}.py"

    def place_of(self, cell: Cell) -> str:
        """Return how findings call a cell."""
        return f"{self.name} (cell {cell.number})"


def read_notebook(path: Path, file: str, name: str) -> tuple[Notebook, list[Finding]]:
    """Read a notebook and the data it names."""
    tree = json.loads(path.read_text(encoding="utf-8-sig"))
    settings: dict[str, Any] = tree.get("metadata", {}).get("prepbook", {})
    findings = []
    data = {}
    for beside in settings.get("data", []):
        if (path.parent / beside).is_file():
            data[beside] = (path.parent / beside).read_text(encoding="utf-8")
        else:
            findings.append(Finding(name, "data", f"the file {beside} beside it", "no such file", "Add the file."))
    cells = tuple(_cell(number, cell) for number, cell in enumerate(tree["cells"], start=1))
    return Notebook(file, name, cells, settings.get("run", False), data), findings


def notebook_references(notebook: Notebook) -> tuple[tuple[Reference, ...], list[Finding]]:
    """Return every reference of the Markdown cells, whose lines count within the cell, and each program."""
    references: list[Reference] = []
    findings: list[Finding] = []
    for cell in notebook.cells:
        if cell.kind == "markdown":
            found, wrong = read_references(cell.source, notebook.place_of(cell))
            references += found
            findings += wrong
    programs = [Reference("snippet", path, 1, session=SESSION) for path in notebook_programs(notebook)]
    return (*references, *programs), findings


def notebook_programs(notebook: Notebook) -> dict[str, Snippet]:
    """Return the code cells of a notebook that is run, by path."""
    cells = [cell for cell in notebook.cells if notebook.is_run and cell.kind == "code"]
    return {
        notebook.path_of(cell): Snippet(
            notebook.path_of(cell), cell.source, cell.output, notebook.data or {}, place=notebook.place_of(cell)
        )
        for cell in cells
    }


def notebook_markdown(notebook: Notebook) -> str:
    """Return a notebook that is run as the Markdown of a chapter with a runnable block for each code cell."""
    return "\n\n".join(_parts(notebook))


def _parts(notebook: Notebook) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.kind == "markdown":
            yield meta.get_data(cell.source)[0] if cell.number == 1 else cell.source
        elif cell.kind == "code":
            # The path of an include line is named here; the code itself comes with the drawn block.
            yield f'``` {{ .python .run snippet="{notebook.path_of(cell)}" }}\n# {cell.id}\n```'


def _cell(number: int, cell: Mapping[str, Any]) -> Cell:
    id = re.sub(r"[^\w-]", "-", cell.get("id", f"cell-{number}"))
    stored = "".join(_text(output) for output in cell.get("outputs", []))
    return Cell(number, id, cell["cell_type"], "".join(cell["source"]), stored)


def _text(output: Mapping[str, Any]) -> str:
    """Return the text of a stored output as a run would print it: none for a value that shows itself otherwise."""
    if "text" in output:
        return "".join(output["text"])
    shown = output.get("data", {})
    if {"image/svg+xml", "text/html"} & set(shown) or "text/plain" not in shown:
        return ""
    return "".join(shown["text/plain"]) + "\n"
