"""Notebook pages: mkdocs-jupyter must hand their Markdown cells to MkDocs; what else it writes is tidied here."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from prepbook.errors import Finding
from prepbook.load.notebooks import notebook_markdown, read_notebook

PLUGIN = "mkdocs-jupyter"
OPTION = "markdown_cell_processor"


def is_notebook(file: str) -> bool:
    """Whether a page of docs/ is a notebook."""
    return file.endswith(".ipynb")


def cells_are_markdown(files: Iterable[str], plugins: Mapping[str, Any], config_name: str) -> list[Finding]:
    """Return a finding where notebooks are converted apart from the pages' Markdown.

    No link in them would be checked or led right then, no citation or check drawn.
    """
    notebooks = [file for file in files if is_notebook(file)]
    found = plugins[PLUGIN].config[OPTION] if PLUGIN in plugins else "mkdocs"
    if not notebooks or found == "mkdocs":
        return []
    do = f"Set {OPTION}: mkdocs, so that citations, checks and links work in {notebooks[0]}."
    return [Finding(config_name, f"{PLUGIN}: {OPTION}", "mkdocs", found, do)]


def run_notebook(path: Path, file: str) -> str | None:
    """Return the Markdown of a notebook that is run; None for other pages."""
    if not is_notebook(file):
        return None
    notebook, _ = read_notebook(path, file, file)
    return notebook_markdown(notebook) if notebook.is_run else None


def tidy_notebook(html: str) -> str:
    """Return a notebook's HTML without scripts that ask another site for MathJax, and without what follows its cells:
    mkdocs-jupyter's closing style sheet, which Markdown takes for a code block."""
    if "jupyter-wrapper" not in html:
        return html  # a notebook that is run is no work of mkdocs-jupyter's
    from bs4 import BeautifulSoup, Tag  # a fifth of a second, which most builds can do without

    soup = BeautifulSoup(html, "html.parser")
    for script in soup.select("script[data-mkdocs-jupyter-mathjax], script[src*='//']"):
        script.decompose()
    wrapper = soup.select_one(".jupyter-wrapper")
    for rest in list(wrapper.next_siblings) if wrapper else ():
        rest.decompose() if isinstance(rest, Tag) else rest.extract()
    return str(soup)
