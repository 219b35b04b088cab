"""The Markdown extension that puts the book's elements into pages.

It only recognises what an author wrote and asks an `Elements` for the HTML. What is written wrongly has been
found by the loaders before, with file and line; here it is left as it stands.
"""

from collections.abc import Mapping
from typing import Any, Protocol
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from prepbook.book import Term
from prepbook.load.pages import FENCE, Fence, citation_ids


class Elements(Protocol):
    """Whoever knows how an element looks: on the site, or on paper."""

    def snippet(self, path: str) -> str:
        """Return the HTML of a runnable snippet."""

    def check(self, id: str) -> str:
        """Return the HTML of a check."""

    def citation(self, ids: list[str]) -> str:
        """Return the HTML of an inline citation."""

    def on_glossary(self) -> bool:
        """Whether the page being drawn is the glossary itself."""

    def term(self, term: Term, text: str) -> str:
        """Return the HTML of a term's first use on a page, there called `text`."""

    def claims(self) -> str:
        """Return the ledger of all claims."""

    def conflicts(self) -> str:
        """Return the list of all conflicts."""

    def readiness(self) -> str:
        """Return the list of all checks by pillar, on which a reader's standing is shown."""

    def downloads(self) -> str:
        """Return links to the book's other editions; empty on paper, which is one of them."""


class BookExtension(Extension):
    """Registers the citation marker and names the snippet of each runnable block."""

    def __init__(self, elements: Elements) -> None:
        super().__init__()
        self.elements = elements

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown."""
        # Else Markdown takes our elements for inline ones and wraps them in paragraphs, which HTML forbids.
        md.block_level_elements += ["prep-snippet", "prep-check", "prep-readiness"]
        # 33: just before pymdownx.snippets (32) replaces the include line by the code and the path is lost.
        md.preprocessors.register(_SnippetNames(md), "prepbook-snippet-names", 33)
        # 175: before links (170 and below) see the brackets, after inline code (190) has hidden its own.
        md.inlinePatterns.register(_Citations(self.elements, md), "prepbook-citations", 175)


class _SnippetNames(Preprocessor):
    """Writes snippet="PATH" into the header of each runnable block."""

    def run(self, lines: list[str]) -> list[str]:
        named = list(lines)
        for number, line in enumerate(lines[:-1]):
            match = FENCE.match(line)
            if match and match["info"]:
                path = Fence(number + 1, match["info"], (lines[number + 1],)).snippet
                if path and Fence(0, match["info"], ()).is_run:
                    named[number] = line.rstrip().removesuffix("}") + f'snippet="{path}" }}'
        return named


class _Citations(InlineProcessor):
    def __init__(self, elements: Elements, md: Markdown) -> None:
        super().__init__(r"\[@(?P<ids>[A-Z]+\d+(?:\s*;\s*@[A-Z]+\d+)*)\]", md)
        self.elements = elements

    def handleMatch(self, m: Any, data: str) -> tuple[Element | str, int, int]:  # type: ignore[override]  # noqa: N802
        html = self.elements.citation(citation_ids(m))
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


def custom_fences(elements: Elements) -> list[dict[str, Any]]:
    """Return the entries of pymdownx.superfences' option `custom_fences` that draw the book's blocks."""

    def run_only(language: str, inputs: Mapping[str, str], options: Any, attrs: Any, md: Markdown) -> bool:
        options["snippet"] = inputs.get("snippet")
        return "snippet" in inputs

    def snippet(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.snippet(options["snippet"])

    def check(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.check(source.strip())

    def claims(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.claims()

    def conflicts(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.conflicts()

    def readiness(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.readiness()

    def downloads(source: str, language: str, css: str, options: Any, md: Markdown, **rest: Any) -> str:
        return elements.downloads()

    return [
        {"name": "python", "class": "run", "format": snippet, "validator": run_only},
        {"name": "check", "class": "check", "format": check},
        {"name": "claims", "class": "claims", "format": claims},
        {"name": "conflicts", "class": "conflicts", "format": conflicts},
        {"name": "readiness", "class": "readiness", "format": readiness},
        {"name": "downloads", "class": "downloads", "format": downloads},
    ]
