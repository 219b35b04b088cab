"""Every answer that an author wrote gets in Pyodide, restored from the site's snapshot, what CPython gave it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prepbook.kinds.code import CodeCheck, is_pass
from tests.answers import Answer, all_answers, in_cpython, request_of
from tests.book import checks_of
from tests.runtime.pyodide_judge import PyodideJudge

pytestmark = pytest.mark.timeout(600)  # the first test waits for the book


@pytest.fixture(scope="module")
def pyodide(site: Path) -> Iterator[PyodideJudge]:
    """Return a judge with the files of the built book."""
    judge = PyodideJudge(site / "assets" / "prepbook")
    yield judge
    judge.end()


def found(report: dict[str, Any]) -> dict[str, Any]:
    """Return all of a report that the reader's verdict and feedback come from."""
    outcomes = {test["id"]: test["outcome"] for test in report["tests"]}
    return {"tests": outcomes, **{name: report[name] for name in ("outcome", "signature", "recognised")}}


def judged_like(expected: dict[str, Any], request: dict[str, Any], pyodide: PyodideJudge) -> dict[str, Any]:
    """Return the report on an answer, which must be as expected; at the latest in a Python of its own, as in pages."""
    report = pyodide.judge(request)
    if found(report) != expected:  # an answer before it may have left something behind
        report = pyodide.judge(request, fresh=True)
    assert found(report) == expected
    return report


@pytest.mark.parametrize("answer", all_answers(), ids=str)
def test_pyodide_judges_an_answer_as_cpython_does(answer: Answer, pyodide: PyodideJudge) -> None:
    """Each test's outcome, the signature, and the mistake by the name that its author gave it."""
    request = request_of(answer.check, answer.source)
    report = judged_like(in_cpython(answer.check, answer.source), request, pyodide)
    assert report["recognised"] == answer.mistake
    assert is_pass(report, tuple(request["expected"])) is (answer.mistake is None)


@pytest.mark.parametrize("check", checks_of(CodeCheck), ids=lambda check: check.id)
def test_untouched_starter_does_not_pass_in_pyodide(check: CodeCheck, pyodide: PyodideJudge) -> None:
    """It fails as it does in CPython."""
    request = request_of(check, check.starter)
    report = judged_like(in_cpython(check, check.starter), request, pyodide)
    assert not is_pass(report, tuple(request["expected"]))
