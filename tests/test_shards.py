"""A run over several machines: every test is somebody's, and nobody's twice."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARDS = 2
COLLECT = ["-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "--splits", str(SHARDS)]
TOTAL = re.compile(r"^(\d+)/(\d+) tests collected", re.MULTILINE)


@dataclass(frozen=True)
class Shard:
    """The tests that one machine would run, and how many there are in all."""

    tests: list[str]
    total: int


def collected(group: int) -> Shard:
    """Return a shard of the whole suite, as a process of its own collects it."""
    # The run that this test is part of must not lend its own options and its worker's name.
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, *COLLECT, "--group", str(group)]
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)
    counts = TOTAL.search(done.stdout)
    assert counts, done.stdout + done.stderr
    shard = Shard([line for line in done.stdout.splitlines() if "::" in line], int(counts[2]))
    assert len(shard.tests) == int(counts[1])
    return shard


@pytest.mark.slow
def test_two_shards_cover_exactly_the_whole() -> None:
    """Each test is in one shard and in one only, and the two together are as many as there are."""
    first, second = (collected(group) for group in (1, 2))
    assert first.total == second.total
    assert not {*first.tests} & {*second.tests}
    assert len({*first.tests, *second.tests}) == first.total
    assert first.tests
    assert second.tests
