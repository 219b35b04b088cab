"""A notebook in a book is a chapter: its links, checks and citations are held to the same."""

import json
import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.generator.bookmaker import CHAPTER, MKDOCS, build_book, report_of, write_book

PLUGIN = "plugins:\n  - mkdocs-jupyter: {markdown_cell_processor: mkdocs, mathjax_version: 2, cache: false}"
STRICT = "\nstrict: true\nvalidation: {links: {anchors: warn}}\n"
CONFIG = MKDOCS.replace("plugins:", PLUGIN)
WITHOUT_CHECK = CHAPTER.replace("``` check\ndouble\n```\n", "")


def notebook(*cells: str) -> str:
    """Return a notebook of Markdown cells."""
    made = [{"cell_type": "markdown", "id": f"c{n}", "metadata": {}, "source": text} for n, text in enumerate(cells)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def program(id: str, source: str, prints: str) -> dict[str, object]:
    """Return a code cell with what is stored as its output."""
    stored = [{"output_type": "stream", "name": "stdout", "text": prints}] if prints else []
    return {"cell_type": "code", "id": id, "metadata": {}, "execution_count": None, "source": source, "outputs": stored}


def run_notebook(*cells: dict[str, object], **settings: object) -> str:
    """Return a notebook that is run: a title, and these cells."""
    tree = json.loads(notebook("---\ndescription: It works\n---\n\n# Work"))
    tree["cells"] += cells
    tree["metadata"]["prepbook"] = {"run": True, **settings}
    return json.dumps(tree, indent=1)


def book_with(tmp_path: Path, cell: str, config: str = CONFIG) -> Path:
    """Write the small book with a notebook in a folder, whose second cell is the given one."""
    pages = {"docs/deep/work.ipynb": notebook("# Work", cell), "docs/two.md": "# Two\n\n## Part\n"}
    return write_book(tmp_path, **{"mkdocs.yml": config, "docs/index.md": WITHOUT_CHECK, **pages})


# what an author writes in docs/deep/work.ipynb: where it leads
LINKS = {
    "[two](../two.md)": 'href="../../two/"',
    "[part](../two.md#part)": 'href="../../two/#part"',
    "[home](../index.md)": 'href="../../"',
    "[away](https://example.com/a.md)": 'href="https://example.com/a.md"',
}


def test_links_to_files_lead_to_their_pages(tmp_path: Path) -> None:
    """As in a chapter, an author names the file and a reader gets the URL."""
    site = build_book(book_with(tmp_path, "\n".join([*LINKS, "", "``` check", "double", "```"])))
    html = (site / "deep" / "work" / "index.html").read_text(encoding="utf-8")
    assert [link for link in LINKS.values() if link not in html] == []


def test_cell_may_hold_a_check_and_a_citation(tmp_path: Path) -> None:
    """A quiz at the end of a notebook is written as in any chapter; nothing of the converter's own is left over."""
    site = build_book(book_with(tmp_path, "It is said [@A1].\n\n``` check\ndouble\n```\n"))
    html = (site / "deep" / "work" / "index.html").read_text(encoding="utf-8")
    assert 'data-check="double"' in html
    assert 'class="pb-cite-mark"' in html
    assert "&lt;style" not in html
    assert json.loads((site / "book.json").read_text(encoding="utf-8"))["checks"][0]["url"] == "deep/work/#check-double"


# what is wrong with a link in a notebook: what MkDocs says
BROKEN = {
    "[no page](../nope.md)": "contains a link '../nope.md', but the target 'nope.md' is not found",
    "[no part](../two.md#nope)": "contains a link '../two.md#nope', but the doc 'two.md' does not contain an anchor",
}


@pytest.mark.parametrize("link", BROKEN)
def test_broken_link_in_a_notebook_fails_a_strict_build(
    link: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Page or anchor: the warning names the notebook, and strict stops on it."""
    root = book_with(tmp_path, f"{link}\n\n``` check\ndouble\n```\n", CONFIG + STRICT)
    with caplog.at_level(logging.WARNING, logger="mkdocs"), pytest.raises(Abort, match="strict"):
        build_book(root)
    warnings = [record.getMessage() for record in caplog.records]
    assert any("deep/work.ipynb" in text and BROKEN[link] in text for text in warnings), warnings


def test_notebook_that_markdown_never_sees_is_a_finding(tmp_path: Path) -> None:
    """The converter's default leaves links as they stand; the author is told the option."""
    config = CONFIG.replace("markdown_cell_processor: mkdocs, ", "")
    assert report_of(book_with(tmp_path, "``` check\ndouble\n```\n", config)) == (
        "prepbook has 1 finding:\n"
        "mkdocs.yml: mkdocs-jupyter: markdown_cell_processor: expected mkdocs, found jupyter. "
        "Set markdown_cell_processor: mkdocs, so that citations, checks and links work in deep/work.ipynb."
    )


FIRST = program("first", "x = open('n.txt').read()\nprint(x)\n", "7\n")
SECOND = program("sec_ond", "x * 2", "")
SECOND["outputs"] = [
    {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "'77'"}, "metadata": {}}
]


def test_cells_of_a_notebook_that_is_run_are_blocks_of_one_session(tmp_path: Path) -> None:
    """In the build and in the page: with their outputs and data, under the notebook's title; no file of others."""
    pages: dict[str, str | None] = {
        "docs/deep/work.ipynb": run_notebook(FIRST, SECOND, data=["n.txt"]),
        "docs/deep/n.txt": "7",
    }
    site = build_book(write_book(tmp_path, **{"mkdocs.yml": CONFIG, **pages}))
    html = (site / "deep" / "work" / "index.html").read_text(encoding="utf-8")
    assert 'data-snippet="deep/work/first.py"' in html
    assert "block 2 of 2" in html
    assert "<pre>&#39;77&#39;\n</pre>" in html
    assert "<title>Work - A small book</title>" in html
    assert 'content="It works"' in html
    assert "jp-" not in html
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    assert [snippet["path"] for snippet in book["snippets"]] == ["one/hello.py"]


# what is wrong with a notebook that is run: (its cells, its data, the report's lines after the first)
MISTAKES: dict[str, tuple[list[dict[str, object]], list[str], str]] = {
    "stored output that is out of date": (
        [program("a", "print(1)", "2\n")],
        [],
        "docs/work.ipynb (cell 2): output: expected the output stored in it, found '- 2'. "
        "Correct the cell, or run the notebook and save it with its outputs.",
    ),
    "cell that fails": (
        [program("a", "x = 1", ""), program("b", "print(x)\n1 / 0", "1\n")],
        [],
        "docs/work.ipynb (cell 3):2: program: expected to run to its end, found ZeroDivisionError: division by zero. "
        'Correct the program, or the order of the blocks: in session "notebook" it runs after work/a.py.',
    ),
    "data that isn't there": (
        [program("a", "print(1)", "1\n")],
        ["gone.json"],
        "docs/work.ipynb: data: expected the file gone.json beside it, found no such file. Add the file.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_in_a_notebook_that_is_run_stops_the_build(mistake: str, tmp_path: Path) -> None:
    """The finding names the notebook and the cell."""
    cells, data, expected = MISTAKES[mistake]
    write_book(tmp_path, **{"mkdocs.yml": CONFIG, "docs/work.ipynb": run_notebook(*cells, data=data)})
    assert report_of(tmp_path) == f"prepbook has 1 finding:\n{expected}"
