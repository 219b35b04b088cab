"""Printing borrows the plugin, which MkDocs keeps for the next build of the process."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from prepbook.pdf import print_book
from prepbook.plugin import PrepbookPlugin
from tests.generator.bookmaker import write_book


class StoppedError(Exception):
    """Ends a build where the test has seen enough."""


def test_the_plugin_draws_for_the_screen_again_after_a_print_that_failed(tmp_path: Path) -> None:
    """A site that the same process builds next isn't drawn for paper."""
    config = load_config(str(write_book(tmp_path) / "mkdocs.yml"))
    plugin = config.plugins["prepbook"]
    assert isinstance(plugin, PrepbookPlugin)

    def build(config: MkDocsConfig) -> None:
        assert plugin.target == "print"
        raise StoppedError

    with pytest.raises(StoppedError):
        print_book(config, plugin, build, tmp_path / "book.pdf")
    assert plugin.target == "site"
