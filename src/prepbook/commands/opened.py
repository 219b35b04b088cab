"""The book that a command is about, as its mkdocs.yml sets it."""

import argparse
import os
from pathlib import Path
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
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about MkDocs 2 is no finding of ours
    file = str(options.config_file)
    if not Path(file).is_file():
        do = "Go to the book's folder, name it with -f, or make a book: prepbook new DIR"
        raise ConfigurationError(str(Finding(file, "file", "a book's settings", "no such file", do)))
    config = load_config(file, **settings)
    plugin = config.plugins.get("prepbook")
    if not isinstance(plugin, PrepbookPlugin):
        do = "Add it: plugins: [search, prepbook]"
        raise ConfigurationError(str(Finding(file, "plugins", "prepbook among them", "it missing", do)))
    return config, plugin


def add_site(parser: argparse.ArgumentParser) -> None:
    """Let a command on a finished site be told where that is."""
    parser.add_argument("-d", "--site-dir", type=Path, help="where the site is, else as mkdocs.yml says: site/")


def built_site(options: argparse.Namespace, config: MkDocsConfig) -> Path:
    """Return the folder of the finished site. Raises MkDocsException where none has been built."""
    site: Path = options.site_dir or Path(config.site_dir)
    if not (site / "book.json").is_file():
        raise ConfigurationError(
            str(Finding(str(site), "site", "a finished site", "no book.json there", "Build it first: prepbook build"))
        )
    return site
