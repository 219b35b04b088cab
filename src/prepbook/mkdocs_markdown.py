"""Fits the Markdown extension into a book's own Markdown settings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from prepbook.book import Glossary
from prepbook.kinds.base import ToHtml
from prepbook.markdown import BookExtension, Elements, custom_fences
from prepbook.terms import TermsExtension

SUPERFENCES = "pymdownx.superfences"
SNIPPETS = "pymdownx.snippets"


def install_extension(config: MkDocsConfig, elements: Elements, snippets: Path, glossary: Glossary) -> None:
    """Add the book's extension, and what it stands on, to the pages' Markdown."""
    extensions, settings = _settings(config, elements)
    for name in (SUPERFENCES, SNIPPETS):
        if name not in extensions:
            extensions.append(name)
    settings.setdefault(SNIPPETS, {}).setdefault("base_path", [str(snippets)])
    settings[SNIPPETS].setdefault("check_paths", True)
    # Markdown takes instances too. Terms are looked for in pages alone, not in the fragments below.
    extensions.extend([BookExtension(elements), TermsExtension(elements, glossary)])  # type: ignore[list-item]


def _settings(config: MkDocsConfig, elements: Elements) -> tuple[list[str], dict[str, Any]]:
    settings: dict[str, Any] = config.mdx_configs
    fences = settings.setdefault(SUPERFENCES, {}).setdefault("custom_fences", [])
    fences.extend(custom_fences(elements))
    return config.markdown_extensions, settings


def fragment_converter(config: MkDocsConfig, elements: Callable[[], Elements]) -> ToHtml:
    """Return the conversion of texts that stand inside elements: prompts, hints, feedback.

    They know everything that pages know except headings' permalinks and further elements.
    """
    made: list[Markdown] = []

    def convert(text: str) -> str:
        if not made:
            names = [name for name in config.markdown_extensions if isinstance(name, str) and name != "toc"]
            made.append(
                Markdown(
                    extensions=[*names, BookExtension(elements())],
                    extension_configs={name: config.mdx_configs.get(name) or {} for name in names},
                )
            )
        made[0].reset()
        return made[0].convert(text)

    return convert
