"""A pytest plugin that keeps what each test showed, in place of pytest's own report."""

import re
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from prepbook_grader.reports import Case, Error, Event, Outcome
from prepbook_grader.streams import TEST_LIMIT, Output
from prepbook_grader.testfile import RETURNED, TestFile
from prepbook_grader.tracebacks import OwnFiles, describe, innermost, message, type_name
from prepbook_grader.values import canonical, clip, show
from prepbook_grader.words import gettext, marked

MESSAGE = 300  # characters
NOT_RAISED = "DID NOT RAISE"
_ESCAPED = re.compile(r"\\(?:\\|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
DEFAULT_EXPECTATION = marked("no error")
# Raised by an answer, these would end or excuse the test run; here they fail one test.
ESCAPES = (KeyboardInterrupt, pytest.exit.Exception, pytest.skip.Exception, pytest.xfail.Exception)


class EscapedError(Exception):
    """An answer raised one of `ESCAPES`; `original` is what it raised."""

    def __init__(self, original: BaseException) -> None:
        super().__init__(str(original))
        self.original = original


@dataclass
class Result:
    """One test's outcome and what explains it; `value` is its part of the signature."""

    outcome: Outcome
    value: str = ""
    message: str = ""
    error: Error | None = None
    case: Case | None = None
    output: str = ""
    drawn: bool = False


@dataclass
class Comparison:
    """The two sides of an `==` that did not hold, as text."""

    got: str
    expected: str
    value: str


@dataclass
class Recorder:
    """Keeps a `Result` per test id and whatever kept pytest from running tests.

    `mend` is called whenever control comes back from the answer. `draw` is the seed of this attempt; of a test in
    `visible` what it tries is kept even if it passes.
    """

    answer: OwnFiles
    tests: dict[str, TestFile]
    mend: Callable[[], None]
    draw: int = 1
    visible: frozenset[str] = frozenset()
    results: dict[str, Result] = field(default_factory=dict)
    collected: list[str] = field(default_factory=list)
    obstacle: BaseException | None = None
    crash: str = ""
    _input: dict[str, str] = field(default_factory=dict)
    _expected: str = ""
    _comparison: Comparison | None = None
    _output: list[str] = field(default_factory=list)

    @pytest.fixture(name="seed")
    def the_seed(self) -> int:
        """The seed of this attempt: a test that asks for it tries another variant each time."""
        return self.draw

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the ids in the files' order."""
        self.collected = [test_id(item) for item in items]

    def pytest_exception_interact(self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[Any]) -> None:
        """Keep why a file could not be collected."""
        if isinstance(node, pytest.Collector) and call.excinfo is not None:
            self.obstacle = call.excinfo.value

    def pytest_internalerror(self, excrepr: object) -> bool:
        """Keep pytest's own failure, unprinted."""
        self.crash = str(excrepr)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Run one test with its output caught and its inputs noted before the answer can change them."""
        self._begin(pyfuncitem)
        with pytest.MonkeyPatch.context() as patch:
            streams: tuple[Literal["stdout", "stderr"], ...] = ("stdout", "stderr")
            outputs = [Output(name, self._keep_output, TEST_LIMIT) for name in streams]
            for name, output in zip(streams, outputs, strict=True):
                patch.setattr(f"sys.{name}", output)
            try:
                return (yield)
            except ESCAPES as error:
                raise EscapedError(error) from None
            finally:
                self.mend()
                for output in outputs:
                    output.finish()

    def _begin(self, item: pytest.Item) -> None:
        shown = {name: show(value) for name, value in _params(item).items()}
        if _is_drawn(item):
            shown["seed"] = show(self.draw)
        self._expected = shown.pop("expected", gettext(DEFAULT_EXPECTATION))
        self._input = shown
        self._comparison = None
        self._output.clear()

    def _keep_output(self, event: Event) -> None:
        self._output.append(event["text"])

    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> None:
        """Keep both sides of the last comparison that failed, if it was for equality."""
        self.mend()
        self._comparison = None
        if _is_approx(left) and not _is_approx(right):
            left, right = right, left
        if op == "==" and not _equal(left, right):
            self._comparison = Comparison(show(left), _show_expected(right), canonical(left))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keep the phase's result, and give pytest a report that spares it the making of a long one."""
        self.mend()
        id, failed = test_id(item), call.excinfo is not None
        if failed or (call.when == "call" and id not in self.results):
            earlier = self.results.get(id)
            if earlier is None or earlier.outcome == "passed":
                self.results[id] = result = self._result(call, id)
                result.drawn = _is_drawn(item)
        outcome: Literal["passed", "failed"] = "failed" if failed else "passed"
        phase = "call" if call.when == "collect" else call.when
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, phase)

    def _result(self, call: pytest.CallInfo[None], id: str) -> Result:
        if call.excinfo is None:
            case: Case = {"input": self._input, "expected": self._expected, "got": ""}
            shown = case if id in self.visible else None
            return Result("passed", case=shown, output="".join(self._output))
        error = call.excinfo.value
        if isinstance(error, EscapedError):
            error = error.original
        result = self._failure(error)
        result.outcome = "failed" if call.when == "call" else "error"
        result.output = "".join(self._output)
        return result

    def _failure(self, error: BaseException) -> Result:
        expected, returned = self._expectation(error)
        if innermost(error, self.answer) is not None or isinstance(error, ESCAPES):
            name, said = type_name(error), _summary(error)
            got = f"{name}: {said}" if said else name
            case: Case = {"input": self._input, "expected": expected, "got": got}
            return Result("failed", name, got, describe(error, self.answer), case)
        if isinstance(error, pytest.fail.Exception) and message(error).startswith(NOT_RAISED):
            case = {"input": self._input, "expected": expected, "got": returned}
            return Result("failed", NOT_RAISED, _said(expected, returned), None, case)
        if isinstance(error, AssertionError):
            return self._failed_assertion(error)
        return Result("failed", type_name(error), f"{type_name(error)}: {_summary(error)}")

    def _failed_assertion(self, error: AssertionError) -> Result:
        if self._comparison is None:
            return Result("failed", "AssertionError", _summary(error) or gettext("The assertion does not hold."))
        got, expected = self._comparison.got, self._comparison.expected
        case: Case = {"input": self._input, "expected": expected, "got": got}
        return Result("failed", self._comparison.value, clip(_said(expected, got), MESSAGE), None, case)

    def _expectation(self, error: BaseException) -> tuple[str, str]:
        """Return what the test wanted where `error` came up, and what came back instead of an exception."""
        step = innermost(error, OwnFiles(*self.tests))
        if step is None:
            return self._expected, gettext(DEFAULT_EXPECTATION)
        frame = step.tb_frame
        block = self.tests[frame.f_code.co_filename].raises_at(step.tb_lineno)
        returned = frame.f_locals
        got = show(returned[RETURNED]) if RETURNED in returned else gettext(DEFAULT_EXPECTATION)
        return (block.expected if block else self._expected), got


def _said(expected: str, got: str) -> str:
    return gettext("expected {expected}, got {got}", expected=expected, got=got)


def _params(item: pytest.Item) -> dict[str, object]:
    callspec = getattr(item, "callspec", None)
    return callspec.params if callspec is not None else {}


def _is_drawn(item: pytest.Item) -> bool:
    """Whether the test gets the attempt's seed; a parameter of the same name comes from its author."""
    return "seed" in getattr(item, "fixturenames", ()) and "seed" not in _params(item)


def test_id(item: pytest.Item) -> str:
    """Return the node id without its file, in the letters of its author: pytest escapes all but ASCII."""
    return _ESCAPED.sub(_letter, item.nodeid.partition("::")[2])


def _letter(escaped: re.Match[str]) -> str:
    """Return the letter that an escape means; other escapes, a backslash's own among them, stay as they are."""
    letter = chr(int(next(filter(None, escaped.groups()), "0"), 16))
    return letter if letter.isprintable() else escaped[0]


test_id.__test__ = False  # type: ignore[attr-defined]


def _summary(error: BaseException) -> str:
    lines = message(error).splitlines() or [""]
    # pytest.raises(match=...) puts pattern and message on lines of their own.
    wanted = lines[:3] if lines[0].startswith("Regex") else lines[:1]
    return clip(" ".join(line.strip() for line in wanted), MESSAGE)


def _equal(left: object, right: object) -> bool:
    # pytest also calls for comparisons that hold, as in `assert not a == b`.
    try:
        return bool(left == right)
    except BaseException:
        return False


def _is_approx(value: object) -> bool:
    return any(base.__name__ in ("Approx", "ApproxBase") for base in type.__dict__["__mro__"].__get__(type(value)))


def _show_expected(value: Any) -> str:
    return f"≈ {show(value.expected)}" if _is_approx(value) else show(value)
