"""The book proves itself: its programs run, its checks judge as they should, its pages link to pages that exist."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built strictly: findings and dead links stop it, and are shown here."""
    folder = tmp_path_factory.mktemp("site")
    line = [sys.executable, "-m", "prepbook.cli", "build", "--site-dir", str(folder)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_check_is_on_a_page(site: Path) -> None:
    """book.json lists what the pages show."""
    shown = {check["id"] for check in json.loads((site / "book.json").read_text(encoding="utf-8"))["checks"]}
    assert shown == {file.parent.name for file in (ROOT / "checks").rglob("check.yml")}


def test_every_claim_is_cited(site: Path) -> None:
    """A claim that no page cites is a source that nobody needed."""
    claims = json.loads((site / "book.json").read_text(encoding="utf-8"))["claims"]
    assert [claim["id"] for claim in claims if not claim["cited_on"]] == []
