"""A check's tests notice every small change of its solution, or say by name which one doesn't matter."""

from pathlib import Path

import pytest
import yaml

from prepbook.kinds.code import CodeCheck, is_pass
from prepbook_grader.testfile import TestFile
from tests.book import code_checks, executor
from tests.content.mutants import mutants
from tests.content.trials import tried

WAIVERS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("waived_mutants.yml").read_text("utf-8"))
MOST_WAIVERS = 11  # Lower it when a waiver goes; never raise it.


@pytest.mark.slow
@pytest.mark.parametrize("check", code_checks(), ids=lambda check: check.id)
def test_tests_notice_every_small_change_of_the_solution(check: CodeCheck) -> None:
    """A change that survives needs a better test; one that changes nothing is waived by name, with the reason."""
    found, waived = survivors(check), set(WAIVERS.get(check.id, {}))
    untested = [f"no test notices: {change}" for change in sorted(found - waived)]
    needless = [f"waived, but a test notices: {change}" for change in sorted(waived - found)]
    assert untested + needless == [], "\n".join([check.id, *untested, *needless])


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
    noticed = tried(check.request(check.solution), [mutant.source for mutant in changed])
    suspects = [mutant for mutant, by in zip(changed, noticed, strict=True) if by is None]
    requests = [check.request(source) for source in (check.solution, *(mutant.source for mutant in suspects))]
    reference, *reports = executor().judge(requests)
    tests = tuple(test["id"] for test in reference["tests"])
    assert is_pass(reference, tests)
    return {mutant.change for mutant, report in zip(suspects, reports, strict=True) if is_pass(report, tests)}
