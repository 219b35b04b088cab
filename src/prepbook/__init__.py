"""The generator: turns Markdown, snippets, checks and claims into an interactive handbook."""

from importlib.metadata import version

__version__ = version("prepbook")
