"""The sample book on paper, printed once for all tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with what `tests.pdf.printing` writes; the first worker that asks has it written."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    target = shared / "printed"
    with FileLock(str(shared / "printed.lock")):
        if not (target / "refusals.json").exists():
            command = [sys.executable, "-m", "tests.pdf.printing", str(target)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return target
