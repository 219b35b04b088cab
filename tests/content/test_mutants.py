"""A check's tests notice every small change of its solution, or say by name which one doesn't matter."""

from pathlib import Path

import pytest
import yaml

from prepbook.execute import Executor
from prepbook.kinds.code import CodeCheck, is_pass
from prepbook_grader.testfile import TestFile
from tests.book import ROOT, code_checks
from tests.content.mutants import mutants

WAIVERS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("waived_mutants.yml").read_text("utf-8"))
MOST_WAIVERS = 11  # Lower it when a waiver goes; never raise it.


@pytest.mark.slow
@pytest.mark.parametrize("check", code_checks(), ids=lambda check: check.id)
def test_tests_notice_every_small_change_of_the_solution(check: CodeCheck) -> None:
    """A change that survives needs a better test; one that changes nothing is waived by name, with the reason."""
    assert sorted(survivors(check)) == sorted(WAIVERS.get(check.id, {}))


def test_list_of_waivers_only_shrinks() -> None:
    """Each waiver has a reason and belongs to a check, and there are not more of them than there were."""
    reasons = [reason for waived in WAIVERS.values() for reason in waived.values()]
    assert all(len(reason.split()) >= 4 for reason in reasons)
    assert set(WAIVERS) <= {check.id for check in code_checks()}
    assert len(reasons) <= MOST_WAIVERS


def survivors(check: CodeCheck) -> set[str]:
    """Return the changes of the solution that pass every test."""
    entries = [name for file, source in check.tests.items() for name in TestFile(file, source).wanted]
    changed = mutants(check.solution, entries)
    assert len(changed) >= 10
    # A mutant that loops is killed by the clock, which has to be short.
    with Executor(ROOT / ".cache" / "prepbook" / "reports", time_limit_s=10) as executor:
        sources = [check.solution, *(mutant.source for mutant in changed)]
        reference, *reports = executor.judge([check.request(source) for source in sources])
    tests = tuple(test["id"] for test in reference["tests"])
    assert is_pass(reference, tests)
    return {mutant.change for mutant, report in zip(changed, reports, strict=True) if is_pass(report, tests)}
