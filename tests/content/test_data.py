"""Data that the book calls invented is what its committed generator writes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.book import ROOT

GENERATORS = sorted(path for folder in ("checks", "docs", "snippets") for path in (ROOT / folder).rglob("make_data.py"))


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda path: path.parent.relative_to(ROOT).as_posix())
def test_generator_writes_the_committed_files(generator: Path, tmp_path: Path) -> None:
    """Run in an empty folder, a make_data.py writes files, and each equals the one committed beside it."""
    script = shutil.copy(generator, tmp_path)
    subprocess.run([sys.executable, script], cwd=tmp_path, check=True, capture_output=True)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.suffix != ".py"}
    assert written
    assert written == {name: (generator.parent / name).read_text(encoding="utf-8") for name in written}
