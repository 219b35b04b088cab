"""`prepbook epub` on a small book."""

from pathlib import Path

import pytest

from prepbook.cli import main
from tests.epub import inspections
from tests.generator.bookmaker import write_book


def test_command_binds_the_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It writes the file, folder and all, and says where."""
    config = write_book(tmp_path) / "mkdocs.yml"
    target = tmp_path / "out" / "book.epub"
    assert main(["-f", str(config), "epub", "-o", str(target)]) == 0
    assert capsys.readouterr().out.strip().endswith(str(target))
    assert inspections.navigation(target)


def test_command_names_what_cannot_be_bound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error, no traceback, no file."""
    root = write_book(tmp_path)
    with (root / "docs" / "index.md").open("a", encoding="utf-8") as home:
        home.write("\n\n<svg><g></svg>\n")
    target = tmp_path / "book.epub"
    assert main(["-f", str(root / "mkdocs.yml"), "epub", "-o", str(target)]) == 1
    assert "home page: drawing: expected well-formed SVG" in capsys.readouterr().err
    assert not target.exists()
