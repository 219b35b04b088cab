"""Judging an answer: verdicts, cases, messages, and answers that would rather not be judged."""

import copy
from typing import Any

import pytest

from prepbook_grader import judge
from prepbook_grader.reports import JudgeRequest

from .helpers import EXPECTED, RIGHT, TESTS, forks, in_fresh_process, judge_answer, outcomes, request_for

WITHOUT_NORMS = "def cosine(u, v):\n    print('called')\n    return float(sum(a * b for a, b in zip(u, v)))\n"


def the_test(report: Any, id: str) -> Any:
    """Return one test's report."""
    return next(test for test in report["tests"] if test["id"] == id)


def test_a_right_answer_passes_every_expected_test() -> None:
    """The report has the expected ids in order and nothing that failed."""
    report = judge_answer(RIGHT)
    assert report["outcome"] == "judged"
    assert outcomes(report) == dict.fromkeys(EXPECTED, "passed")
    assert report["signature"] == {}


def test_a_wrong_value_is_shown_as_input_expected_and_got() -> None:
    """The case holds what the reader needs to see; output is the test's own."""
    report = judge_answer(WITHOUT_NORMS)
    assert the_test(report, "test_examples[parallel]") == {
        "id": "test_examples[parallel]",
        "title": "Examples give the cosine of the angle.",
        "outcome": "failed",
        "message": "expected ≈ 1.0, got 2.0",
        "error": None,
        "case": {"input": {"u": "[1, 0]", "v": "[2, 0]"}, "expected": "≈ 1.0", "got": "2.0"},
        "output": "called\n",
        "drawn": False,
    }
    assert report["signature"] == {"test_examples[parallel]": "failed|2", "test_zero_vector": "failed|DID NOT RAISE"}


def test_a_missing_exception_is_shown_with_what_came_instead() -> None:
    """The value that was returned where pytest.raises wanted an exception is the case's got."""
    test = the_test(judge_answer(WITHOUT_NORMS), "test_zero_vector")
    assert test["case"] == {"input": {}, "expected": "ValueError", "got": "0.0"}
    assert test["message"] == "expected ValueError, got 0.0"


@pytest.mark.parametrize(
    ("body", "case", "value"),
    [
        pytest.param(
            "raise KeyError('q')",
            {"input": {"n": "1"}, "expected": "[2]", "got": "KeyError: 'q'"},
            "failed|KeyError",
            id="an exception of the answer",
        ),
        pytest.param("n[0]", {"input": {"n": "1"}, "expected": "[2]"}, "failed|TypeError", id="a type error in it"),
        pytest.param("n += 1", {"input": {"n": "1"}, "expected": "[2]", "got": "None"}, "failed|None", id="no return"),
        pytest.param("import sys\n    sys.exit(0)", {"got": "SystemExit: 0"}, "failed|SystemExit", id="an exit"),
        pytest.param("import os\n    os._exit(3)", {"got": "SystemExit: 3"}, "failed|SystemExit", id="a hard exit"),
        pytest.param(
            "raise KeyboardInterrupt", {"got": "KeyboardInterrupt"}, "failed|KeyboardInterrupt", id="interrupt"
        ),
        pytest.param("import pytest\n    pytest.skip('x')", {"got": "Skipped: x"}, "failed|Skipped", id="a skip"),
        pytest.param("import pytest\n    pytest.xfail('x')", {"got": "XFailed: x"}, "failed|XFailed", id="an xfail"),
        pytest.param("import pytest\n    pytest.exit('x')", {"got": "Exit: x"}, "failed|Exit", id="a pytest.exit"),
        pytest.param("def g(): g()\n    g()", {"expected": "[2]"}, "failed|RecursionError", id="a deep recursion"),
    ],
)
def test_whatever_an_answer_does_in_a_test_fails_that_test_only(body: str, case: dict[str, Any], value: str) -> None:
    """Exceptions, exits, skips and interrupts are failures with a case; the tests after it still run."""
    tests = """
    import pytest
    from answer import f, g
    @pytest.mark.parametrize(("n", "expected"), [(1, [2])], ids=["one"])
    def test_f(n, expected):
        assert f(n) == expected
    def test_g():
        assert g() == 1
    """
    report = judge_answer(f"def f(n):\n    {body}\n\ndef g():\n    return 1\n", tests)
    assert report["signature"] == {"test_f[one]": value}
    assert outcomes(report) == {"test_f[one]": "failed", "test_g": "passed"}
    shown = the_test(report, "test_f[one]")["case"]
    assert shown.items() >= case.items()


def test_an_error_of_the_answer_has_its_line_and_its_frames_only() -> None:
    """Frames of the test and of pytest are left out."""
    test = the_test(judge_answer("def cosine(u, v):\n    return 1 / 0\n"), EXPECTED[0])
    assert test["error"]["line"] == 2
    assert 'File "answer.py", line 2, in cosine\n    return 1 / 0\n' in test["error"]["traceback"]
    assert "test_it" not in test["error"]["traceback"]


@pytest.mark.parametrize(
    ("assertion", "case", "value"),
    [
        ("assert f() == 4", {"input": {}, "expected": "4", "got": "3"}, "failed|3"),
        ("assert pytest.approx(4) == f()", {"input": {}, "expected": "≈ 4", "got": "3"}, "failed|3"),
        ("assert f() < 2", None, "failed|AssertionError"),
        ("assert not f() == 3", None, "failed|AssertionError"),
        ("assert f() is None, 'f gives nothing'", None, "failed|AssertionError"),
        ("assert all(n == 1 for n in [f()])", None, "failed|AssertionError"),
        ("len(f())", None, "failed|TypeError"),
    ],
)
def test_a_case_is_shown_for_equality_only(assertion: str, case: dict[str, Any] | None, value: str) -> None:
    """Other assertions have no expected value to show."""
    tests = f"import pytest\nfrom answer import f\n\ndef test_f():\n    {assertion}\n"
    report = judge_answer("def f():\n    return 3\n", tests)
    assert the_test(report, "test_f")["case"] == case
    assert report["signature"] == {"test_f": value}


def test_inputs_are_shown_as_they_were_before_the_answer_changed_them() -> None:
    """An answer that sorts its argument in place does not rewrite the case."""
    tests = """
    import pytest
    from answer import f
    @pytest.mark.parametrize("values", [[3, 1]])
    def test_f(values):
        assert f(values) == 0
    """
    report = judge_answer("def f(values):\n    values.sort()\n    return 1\n", tests)
    assert report["tests"][0]["case"] == {"input": {"values": "[3, 1]"}, "expected": "0", "got": "1"}


@pytest.mark.parametrize(
    ("answer", "kind", "message", "line"),
    [
        pytest.param("def cosine(u, v)\n", "SyntaxError", "expected ':'", 1, id="syntax"),
        pytest.param("x = 1\nnope\n", "NameError", "name 'nope' is not defined", 2, id="a name"),
        pytest.param("raise SystemExit(0)\n", "SystemExit", "0", 1, id="an exit"),
        pytest.param("import pytest\npytest.exit('no')\n", "Exit", "no", 2, id="a pytest.exit"),
        pytest.param(
            "def cosin(u, v): ...\n",
            "ImportError",
            "Your answer has no function `cosine`. Did you mean `cosin`?",
            None,
            id="a misspelt name",
        ),
        pytest.param("", "ImportError", "Your answer has no function `cosine`.", None, id="an empty answer"),
    ],
)
def test_an_answer_that_cannot_be_imported_is_unusable(answer: str, kind: str, message: str, line: int) -> None:
    """The error says why, and no expected test is anything but an error."""
    report = judge_answer(answer)
    assert report["outcome"] == "unusable"
    assert report["error"]
    assert [report["error"][key] for key in ("type", "message", "line")] == [kind, message, line]
    assert outcomes(report) == dict.fromkeys(EXPECTED, "error")
    assert report["tests"][0]["title"] == "Examples give the cosine of the angle."


def test_an_expected_test_that_gave_no_result_is_an_error() -> None:
    """Silence is never a pass."""
    report = judge_answer(RIGHT, expected=[*EXPECTED, "test_gone"])
    assert outcomes(report)["test_gone"] == "error"
    assert report["signature"] == {"test_gone": "error|no result"}


def test_a_test_marked_to_be_skipped_or_to_fail_is_no_pass() -> None:
    """Only a test that ran and passed is passed."""
    tests = """
    import pytest
    from answer import f
    @pytest.mark.skip
    def test_skipped(): ...
    @pytest.mark.xfail
    def test_expected_to_fail():
        assert f() == 2
    @pytest.fixture
    def torn():
        yield
        raise OSError
    def test_torn_down(torn): ...
    """
    report = judge_answer("def f():\n    return 1\n", tests)
    assert outcomes(report) == {"test_skipped": "error", "test_expected_to_fail": "failed", "test_torn_down": "error"}


@pytest.mark.parametrize(
    ("tests", "message"),
    [
        pytest.param("def test_(:\n", "invalid syntax", id="no Python"),
        pytest.param("import no_such_module\n", "no_such_module", id="an import that fails"),
        pytest.param("x = 1\n", "NO_TESTS_COLLECTED", id="no tests"),
    ],
)
def test_a_faulty_test_file_is_our_failure(tests: str, message: str) -> None:
    """The outcome is broken, never a verdict on the answer."""
    report = judge_answer(RIGHT, tests, expected=["test_a"])
    assert report["outcome"] == "broken"
    assert message in (report["error"] or {"message": ""})["message"]
    assert outcomes(report) == {"test_a": "error"}


@pytest.mark.parametrize(
    "attack",
    [
        "import builtins\nbuiltins.len = builtins.isinstance = builtins.repr = builtins.sum = lambda *a: None",
        "import builtins\nbuiltins.print = builtins.type = builtins.getattr = None",
        "import sys\nsys.modules['json'] = sys.modules['ast'] = sys.modules['traceback'] = None",
        "import sys\nsys.stdout = sys.stderr = None",
        "import os\nos.chdir('/')",
        "import sys\nsys.setrecursionlimit(70)",
    ],
)
@pytest.mark.parametrize("place", ["at import", "in a call"])
def test_an_answer_that_breaks_its_surroundings_is_still_judged(attack: str, place: str) -> None:
    """The second answer in the same process is judged as if the first had never been."""
    body = attack.replace("\n", "\n    ")
    answer = f"{attack}\n{WITHOUT_NORMS}" if place == "at import" else f"def cosine(u, v):\n    {body}\n    return 7\n"
    report = judge_answer(answer)
    assert report["outcome"] == "judged"
    assert outcomes(report)["test_zero_vector"] == "failed"
    assert outcomes(judge_answer(RIGHT)) == dict.fromkeys(EXPECTED, "passed")


@pytest.mark.parametrize(
    ("members", "got"),
    [
        ("def __eq__(self, other): raise KeyError\n    __hash__ = None", "KeyError"),
        ("def __repr__(self): raise SystemExit", "SystemExit"),
        ("def __repr__(self): return 5", "<Odd: its repr raised TypeError>"),
        ("def __repr__(self): return 'x' * 10**6", "x" * 2_000 + "…"),
        ("__class__ = property(lambda self: 1 / 0)", "ZeroDivisionError: division by zero"),
    ],
)
def test_an_odd_object_is_shown_and_never_breaks_the_grader(members: str, got: str) -> None:
    """Objects that raise in repr, == or even in their class are failures with a case or an error."""
    tests = "from answer import f\n\ndef test_f():\n    assert f() == 1\n"
    report = judge_answer(f"class Odd:\n    {members}\n\ndef f():\n    return Odd()\n", tests)
    assert report["outcome"] == "judged"
    assert report["tests"][0]["outcome"] == "failed"
    case = report["tests"][0]["case"]
    assert case
    assert case["got"] == got


def test_output_of_a_test_is_kept_apart_and_cut() -> None:
    """A flood in one test ends in a note; another test's output is its own."""
    answer = "def f(n):\n    print('x' * n)\n    return n\n"
    tests = """
    import pytest
    from answer import f
    @pytest.mark.parametrize("n", [100_000, 1])
    def test_f(n):
        assert f(n) == n
    """
    flood, small = judge_answer(answer, tests)["tests"]
    assert len(flood["output"]) < 10_100
    assert flood["output"].endswith("output cut at 10 kB.\n")
    assert small["output"] == "x\n"


def test_a_recognised_mistake_is_named() -> None:
    """The signature of a wrong answer, given with the request, is found again in another answer like it."""
    wrong = judge_answer(WITHOUT_NORMS)["signature"]
    other = "def cosine(u, v):\n    return u[0] * v[0] + u[1] * v[1]\n"
    report = judge_answer(other, signatures={"without_norms": wrong, "another": {EXPECTED[0]: "failed|1"}})
    assert report["recognised"] == "without_norms"


@forks
def test_two_runs_of_a_request_agree_also_in_fresh_processes() -> None:
    """A report depends on the request alone: not on hash seeds, settings around it, or an earlier answer."""
    answer = "def cosine(u, v):\n    return {str(n) for n in range(20)} if u == v else {'a': object(), 'b': u}\n"
    request = request_for(answer)
    here = judge_answer(answer)
    for seed in ("1", "2"):
        noise = {"PYTHONHASHSEED": seed, "PYTEST_ADDOPTS": "--no-such-option", "CI": "true", "PATH": ""}
        report = in_fresh_process("judge", copy.deepcopy(request), env=noise)
        assert report.pop("events") == []
        assert report == here


@forks
def test_without_expected_ids_the_collected_ones_are_reported() -> None:
    """The build learns a check's ids by judging its solution."""
    request = request_for(RIGHT)
    del request["expected"]
    assert list(outcomes(in_fresh_process("judge", request))) == EXPECTED
    assert TESTS in request["tests"].values()


def test_a_test_is_called_as_its_author_wrote_it() -> None:
    """Letters beyond ASCII stay letters; what can't be printed, and a backslash, stay escaped as pytest has them."""
    cases = "'é', 'ж☺', 'line\\n', 'a\\\\xe9', '\\U0001d4d0'"
    tests = f"import pytest\nimport answer\n\n@pytest.mark.parametrize('x', [{cases}])\ndef test_f(x): ...\n"
    request: JudgeRequest = {"answer": "", "tests": {"test_f.py": tests}}
    ids = [test["id"] for test in judge(request, lambda event: None)["tests"]]
    assert ids == [f"test_f[{name}]" for name in ("é", "ж☺", "line\\n", "a\\\\xe9", "𝓐")]
