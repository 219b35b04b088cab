"""Finishes notebook pages: mkdocs-jupyter converts them by itself, so that Markdown's extensions never see them."""

from bs4 import BeautifulSoup
from bs4.element import PageElement

from prepbook.load.pages import CITATION, citation_ids
from prepbook.markdown import Elements

VERBATIM = {"code", "pre", "script", "style", "textarea"}


def finish_notebook(html: str, elements: Elements) -> str:
    """Return a notebook's HTML with its citations drawn and without scripts that ask another site for MathJax."""
    soup = BeautifulSoup(html, "html.parser")
    for script in soup.select("script[data-mkdocs-jupyter-mathjax], script[src*='//']"):
        script.decompose()
    for text in soup.find_all(string=CITATION):
        if not any(parent.name in VERBATIM for parent in text.parents):
            drawn = CITATION.sub(lambda match: elements.citation(citation_ids(match)), str(text))
            text.replace_with(*_nodes(drawn))
    return str(soup)


def _nodes(html: str) -> list[PageElement]:
    return list(BeautifulSoup(html, "html.parser").contents)
