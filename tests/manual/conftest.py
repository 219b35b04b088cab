"""The manual, built once for all tests, below a folder as it stands below the book."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.hosts import serving

ROOT = Path(__file__).parents[2]
PUBLISHED_AT = "https://handbook.example/book/generator/"


@pytest.fixture(scope="session")
def manual_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built manual; built strictly, by the first worker that asks, from the working tree."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    target = shared / "manual" / "generator"
    with FileLock(str(shared / "manual.lock")):
        if not (target / "book.json").exists():
            command = [sys.executable, "-m", "mkdocs", "build", "-f", "manual/mkdocs.yml", "--site-dir", str(target)]
            env = {**os.environ, "PREPBOOK_MANUAL_URL": PUBLISHED_AT}
            done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def manual_url(manual_site: Path) -> Iterator[str]:
    """Return the URL, with its closing slash, under which the built manual is served."""
    with serving(manual_site.parent) as url:
        yield f"{url}generator/"
