"""What something costs while it runs: seconds, CPU seconds and memory, of this process and all below it."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SAMPLE_S = 1.0
_KB = 1024


@dataclass
class Cost:
    """What was used while something ran."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    megabytes: float = 0.0  # the most that this process and those below it had in memory together


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure what this process and all below it take until the block ends."""
    cost = Cost()
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(cost, done))
    start = time.perf_counter()
    watcher.start()
    yield cost
    done.set()
    watcher.join()
    cost.seconds = time.perf_counter() - start


def _watch(cost: Cost, done: threading.Event) -> None:
    """Look again and again: what Chromium's own children took is nowhere counted once they have ended."""
    first = _running()
    base, last = sum(map(_proportional, first)), dict(first)
    while not done.wait(SAMPLE_S):
        now = _running()
        last |= now
        cost.cpu_seconds = (sum(last.values()) - sum(first.values())) / os.sysconf("SC_CLK_TCK")
        cost.megabytes = max(cost.megabytes, (sum(map(_proportional, now)) - base) / _KB)


def _running() -> dict[int, int]:
    """Return this process and all below it with the ticks of CPU that each has taken."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        process = int(stat.parent.name)
        parents[process], ticks[process] = int(fields[1]), int(fields[11]) + int(fields[12])
    own = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in own} - own:
        own |= more
    return {process: ticks.get(process, 0) for process in own}


def _proportional(pid: int) -> int:
    """Return a process's kilobytes; what several share counts in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
