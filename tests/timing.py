"""A pytest plugin: the seconds that each check's tests took together, said at the end of a run.

A test is a check's when its id names one, as in `test_two_runs_agree[canary-rollback]`. Tests of pages that hold a
check, but are about something else, count for none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import batched
from pathlib import Path

import pytest

FEWEST, SLOWEST, COLUMNS = 2, 10, 4


class TimePerCheck:
    """Adds up what workers report; `checks` is the folder whose check.yml files say what checks there are."""

    def __init__(self, checks: Path) -> None:
        self._checks = checks
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test's set-up, call and end for its check."""
        found = self._names.search(report.nodeid.partition("[")[2])
        if found:
            self._seconds[found[0]] += report.duration

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the table, the slowest check first, if the run was about checks at all."""
        if len(self._seconds) >= FEWEST:
            terminalreporter.section("seconds per check")
            for line in table(self._seconds):
                terminalreporter.write_line(line)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        names = sorted((file.parent.name for file in self._checks.glob("*/*/check.yml")), key=len, reverse=True)
        return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?!\w)")


def table(seconds: Mapping[str, float]) -> Iterator[str]:
    """Yield the ten slowest checks a line each with their share, then the others, four to a line."""
    ranked = sorted(seconds.items(), key=lambda item: -item[1])
    total = sum(seconds.values()) or 1
    for check, spent in ranked[:SLOWEST]:
        yield f"{spent:8.1f}  {check}  ({spent / total:.0%})"
    for row in batched(ranked[SLOWEST:], COLUMNS):
        yield "".join(f"{spent:8.1f}  {check:<24}" for check, spent in row).rstrip()
    yield f"{total:8.1f}  all {len(ranked)} checks together"
