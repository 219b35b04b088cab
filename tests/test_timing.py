"""A run says which checks took its time."""

from pathlib import Path

import pytest

from tests import timing

pytest_plugins = ["pytester"]
PROGRAM = """
import pytest

@pytest.mark.parametrize("answer", ["long-case", "long-case-wrong_unit", "case-2", "something-else"])
def test_a_check(answer):
    pass

@pytest.mark.parametrize("number", [1, 2])
def test_that_is_about_no_check(number):
    pass
"""
REGISTER = """
def pytest_configure(config):
    config.pluginmanager.register(TimePerCheck(config.rootpath / "checks"))
"""


def test_summary_names_each_check_with_the_seconds_of_its_tests(pytester: pytest.Pytester) -> None:
    """By the longest name of a check in a test's id, and from workers too; tests of nothing else count for none."""
    for check in ("case", "long-case", "untested"):
        file = pytester.path / "checks" / "pillar" / check / "check.yml"
        file.parent.mkdir(parents=True)
        file.touch()
    pytester.makepyfile(PROGRAM)
    pytester.makeconftest(Path(timing.__file__).read_text("utf-8") + REGISTER)
    lines = pytester.runpytest_subprocess("-n", "1").outlines
    start = next(number for number, line in enumerate(lines) if "seconds per check" in line)
    assert {line.split()[1] for line in lines[start + 1 : start + 3]} == {"case", "long-case"}
    assert lines[start + 3].endswith("all 2 checks together")
