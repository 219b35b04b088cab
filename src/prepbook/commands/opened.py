"""The book that a command is about, as its mkdocs.yml sets it."""

import argparse
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from prepbook.errors import Finding
from prepbook.plugin import PrepbookPlugin

type Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def open_book(options: argparse.Namespace, **settings: Any) -> tuple[MkDocsConfig, PrepbookPlugin]:
    """Return the configuration that -f names, with some settings changed, and the plugin in it.

    Raises MkDocsException where there is no book.
    """
    config = load_config(options.config_file, **settings)
    plugin = config.plugins.get("prepbook")
    if not isinstance(plugin, PrepbookPlugin):
        do = "Add it: plugins: [search, prepbook]"
        raise ConfigurationError(str(Finding(options.config_file, "plugins", "prepbook among them", "it missing", do)))
    return config, plugin
