"""Judges an answer with real pytest and says what was wrong with it."""

import difflib
import os
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from prepbook_grader.interpreter import Interpreter, working_folder
from prepbook_grader.recorder import Recorder, Result
from prepbook_grader.reports import Emit, Error, JudgeReport, JudgeRequest, TestReport
from prepbook_grader.signature import recognise, signature
from prepbook_grader.streams import Output
from prepbook_grader.testfile import TestFile
from prepbook_grader.tracebacks import OwnFiles, describe, innermost, register_source
from prepbook_grader.words import gettext, marked, speak

ANSWER = "answer.py"
UNUSED_PLUGINS = [
    "cacheprovider",
    "debugging",
    "doctest",
    "faulthandler",
    "junitxml",
    "legacypath",
    "logging",
    "pastebin",
    "setuponly",
    "setupplan",
    "stepwise",
    "terminal",
    "threadexception",
    "unittest",
    "unraisableexception",
    "warnings",
]
WARM_UP = """
import pytest
from answer import half

@pytest.mark.parametrize("number", [1, 2])
def test_half(number):
    assert half(number) == pytest.approx(0.5)

def test_raises():
    with pytest.raises(ValueError, match="half"):
        half(None)
"""
NO_RESULT = marked("This test gave no result: the answer ended the run before or inside it.")


class GraderError(Exception):
    """The tests could not judge, through no fault of the answer."""


class UnusableAnswerError(Exception):
    """The answer cannot be imported, or lacks a name that the tests need."""

    def __init__(self, error: Error) -> None:
        super().__init__(error["message"])
        self.error = error


def judge(request: JudgeRequest, emit: Emit) -> JudgeReport:
    """Judge `answer` with `tests` and return the verdict; what the answer prints while it is imported goes to `emit`.

    Only a test that ran and passed is "passed". "unusable" is an answer that cannot be imported; "broken" is a
    failure of ours (a faulty test file, pytest itself). It may be called again with another answer, but a fresh
    interpreter for each is safer: an answer may alter any module it can import.
    """
    speak(request.get("words", {}))
    interpreter = Interpreter()
    try:
        tests = {name: TestFile(name, source) for name, source in request["tests"].items()}
        files = {**request.get("files", {}), ANSWER: request["answer"]}
        files |= {name: test.runnable for name, test in tests.items()}
        with working_folder(files) as folder, interpreter.lent(folder):
            return _judge(request, tests, folder, interpreter, emit)
    except BaseException as error:
        interpreter.mend()
        return _without_verdict("broken", request, describe(error, OwnFiles(folder=Path(__file__).parent)))


def warm_up() -> None:
    """Judge a tiny check, so that all that judging imports is in memory: call it before taking a snapshot."""
    report = judge(
        {"answer": "def half(n):\n    return n / 2\n", "tests": {"test_warm_up.py": WARM_UP}}, lambda event: None
    )
    if [each["outcome"] for each in report["tests"]] != ["passed", "failed", "failed"]:
        raise GraderError(f"warm-up: expected one test passed and two failed, found {report}")


def _judge(
    request: JudgeRequest, tests: dict[str, TestFile], folder: Path, interpreter: Interpreter, emit: Emit
) -> JudgeReport:
    own = OwnFiles(ANSWER)
    paths = {str(folder / name): test for name, test in tests.items()}
    recorder = Recorder(own, paths, interpreter.mend, request.get("seed", 1), frozenset(request.get("visible", ())))
    try:
        _import_answer(request["answer"], tests.values(), own, interpreter, emit)
        _run_pytest(folder, recorder)
    except UnusableAnswerError as unusable:
        return _without_verdict("unusable", request, unusable.error)
    results = recorder.results
    no_result = Result("error", "no result", gettext(NO_RESULT))
    ids = list(dict.fromkeys([*request.get("expected", recorder.collected), *results]))
    reports = [_test_report(id, results.get(id, no_result), tests.values()) for id in ids]
    wrong = [(id, results.get(id, no_result)) for id in ids if results.get(id, no_result).outcome != "passed"]
    # What a test drew for this attempt another attempt doesn't meet: it can't tell one mistake from another.
    found = signature((id, result.outcome, result.value) for id, result in wrong if not result.drawn)
    recognised = recognise(found, request.get("signatures", {}))
    return {"outcome": "judged", "error": None, "tests": reports, "signature": found, "recognised": recognised}


def _import_answer(source: str, tests: Iterable[TestFile], own: OwnFiles, interpreter: Interpreter, emit: Emit) -> None:
    for test in tests:
        sys.modules.pop(Path(test.name).stem, None)
    register_source(ANSWER, source)
    module = ModuleType("answer")
    module.__file__ = os.path.abspath(ANSWER)
    module.__spec__ = ModuleSpec("answer", None, origin=module.__file__)
    sys.modules["answer"] = module
    outputs = sys.stdout, sys.stderr = Output("stdout", emit), Output("stderr", emit)
    try:
        # Compiled under its short name, not its path, so that errors and inspect speak of answer.py.
        exec(compile(source, ANSWER, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        interpreter.mend()
        raise UnusableAnswerError(describe(error, own)) from None
    finally:
        interpreter.mend()
        for output in outputs:
            output.finish()
    sys.modules["answer"] = module
    _require_names(module, [name for test in tests for name in test.wanted])


def _require_names(module: ModuleType, wanted: list[str]) -> None:
    defined = [name for name in vars(module) if not name.startswith("_")]
    missing = [name for name in wanted if name not in vars(module)]
    if missing:
        said = " ".join(_missing(name, defined) for name in missing)
        nowhere: Error = {"type": "ImportError", "message": said, "line": None, "traceback": "", "explained": ""}
        raise UnusableAnswerError(nowhere)


def _missing(name: str, defined: list[str]) -> str:
    if name.isupper():
        said = gettext("Your answer has no constant `{name}`.", name=name)
    elif name[0].isupper():
        said = gettext("Your answer has no class `{name}`.", name=name)
    else:
        said = gettext("Your answer has no function `{name}`.", name=name)
    close = difflib.get_close_matches(name, defined, 1)
    return " ".join([said, *(gettext("Did you mean `{name}`?", name=other) for other in close)])


def _run_pytest(folder: Path, recorder: Recorder) -> None:
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\n", encoding="utf-8")  # found first, so that nobody else's is looked for
    options = ["-s", "--disable-plugin-autoload", "--noconftest", f"--rootdir={folder}", "-c", str(settings)]
    options += [f"-pno:{plugin}" for plugin in UNUSED_PLUGINS]
    status = pytest.main([*options, *recorder.tests], plugins=[recorder])
    recorder.mend()
    obstacle = recorder.obstacle
    while obstacle is not None:
        if innermost(obstacle, recorder.answer):
            raise UnusableAnswerError(describe(obstacle, recorder.answer))
        obstacle = obstacle.__cause__
    if recorder.obstacle is not None:
        raise GraderError(f"the tests cannot be imported: {recorder.obstacle}") from recorder.obstacle
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED):
        raise GraderError(f"pytest ended with {status!r} {recorder.crash}".strip())


def _test_report(id: str, result: Result, tests: Iterable[TestFile]) -> TestReport:
    return {
        "id": id,
        "title": _title(id, tests),
        "outcome": result.outcome,
        "message": result.message,
        "error": result.error,
        "case": result.case,
        "output": result.output,
        "drawn": result.drawn,
    }


def _title(id: str, tests: Iterable[TestFile]) -> str:
    function = id.partition("[")[0].rpartition("::")[2]
    titles = (test.titles[function] for test in tests if function in test.titles)
    return next(titles, function.removeprefix("test_").replace("_", " "))


def _without_verdict(outcome: str, request: JudgeRequest, error: Error) -> JudgeReport:
    unusable, broken = gettext("Not run: the answer cannot be used."), gettext("Not run: the checker failed.")
    message = unusable if outcome == "unusable" else broken
    tests: list[TestFile] = []
    for name, source in request["tests"].items():
        try:
            tests.append(TestFile(name, source))
        except SyntaxError:
            continue  # the reason for "broken"; titles fall back to the ids
    not_run = Result("error", message=message)
    return {
        "outcome": "unusable" if outcome == "unusable" else "broken",
        "error": error,
        "tests": [_test_report(id, not_run, tests) for id in request.get("expected", [])],
        "signature": {},
        "recognised": None,
    }
