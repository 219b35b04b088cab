"""Citations in notebooks: mkdocs-jupyter converts their Markdown itself, so markers are found in its HTML."""

from bs4 import BeautifulSoup
from bs4.element import PageElement

from prepbook.load.pages import CITATION, citation_ids
from prepbook.markdown import Elements

VERBATIM = {"code", "pre", "script", "style", "textarea"}


def cite_in_html(html: str, elements: Elements) -> str:
    """Return the HTML with every citation marker outside code drawn."""
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=CITATION):
        if not any(parent.name in VERBATIM for parent in text.parents):
            drawn = CITATION.sub(lambda match: elements.citation(citation_ids(match)), str(text))
            text.replace_with(*_nodes(drawn))
    return str(soup)


def _nodes(html: str) -> list[PageElement]:
    return list(BeautifulSoup(html, "html.parser").contents)
