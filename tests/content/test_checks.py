"""Every code check tells right answers from wrong ones, and wrong ones from each other, in CPython."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from prepbook.execute import Executor
from prepbook.kinds.code import CodeCheck, examine, is_pass
from tests.answers import Answer, in_cpython, request_of, right_answers, wrong_answers
from tests.book import checks_of, executor

CHECKS = checks_of(CodeCheck)
WRONG = [answer for check in CHECKS for answer in wrong_answers(check)]
DRAWN = [check for check in CHECKS if "each_time(seed)" in "".join(check.tests.values())]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_check_has_nothing_wrong_with_it(check: CodeCheck) -> None:
    """Solution and alternatives pass; the starter and wrong answers fail; no two signatures agree."""
    proof, findings = examine(check, executor())
    assert findings == []
    assert len(proof.tests) >= 5
    assert len(check.wrong) >= 5


@pytest.mark.parametrize("answer", WRONG, ids=str)
def test_wrong_answer_gets_its_own_feedback(answer: Answer) -> None:
    """The mistake is named as its author named it."""
    assert in_cpython(answer.check, answer.source)["recognised"] == answer.mistake


@pytest.mark.parametrize("seed", [4_100_000])
@pytest.mark.parametrize("check", DRAWN, ids=lambda check: check.id)
def test_verdict_and_feedback_do_not_hang_on_the_seed(check: CodeCheck, seed: int) -> None:
    """Whatever an attempt's tests draw, right answers pass and each mistake keeps its name.

    As with the seed that the build judges with; attempts in the page (tests/site/test_code_checks.py) draw their own.
    """
    answers = [*right_answers(check), *wrong_answers(check)]
    requests = [request_of(check, answer.source) | {"seed": seed} for answer in answers]
    for answer, request, report in zip(answers, requests, executor().judge(requests), strict=True):
        assert is_pass(report, tuple(request["expected"])) is (answer.mistake is None), answer
        assert report["recognised"] == answer.mistake


def test_some_checks_draw_their_inputs_anew() -> None:
    """The test above isn't empty."""
    assert len(DRAWN) >= 3


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_hints_do_not_hand_over_the_solution(check: CodeCheck) -> None:
    """No hint holds a line of the solution's code that the starter doesn't show."""
    shown = {line.strip() for line in check.starter.splitlines()}
    lines = {line.strip() for line in check.solution.splitlines()} - shown
    telling = {line for line in lines if len(line) > 24 and not line.startswith(("#", '"""', "def ", "import "))}
    assert [hint for hint in check.spec.hints for line in telling if line in hint] == []


@pytest.fixture(scope="module")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Executor]]:
    """Return two executors that know nothing of each other, nor of what was judged before."""
    with ExitStack() as ended:
        yield [ended.enter_context(Executor(tmp_path_factory.mktemp("reports"))) for _ in range(2)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_two_runs_agree(check: CodeCheck, forgetful: list[Executor]) -> None:
    """Two runs of the solution agree on every outcome."""
    first, second = (executor.judge([check.request(check.solution)])[0] for executor in forgetful)
    assert [test["outcome"] for test in first["tests"]] == [test["outcome"] for test in second["tests"]]
    assert is_pass(first, tuple(test["id"] for test in second["tests"]))
