"""input(): answered line by line, run again with one more, or told that nobody can type."""

from typing import Any

import pytest

from prepbook_grader.answers import NOBODY

from .helpers import blocks, judge_answer, run_program

ASKS = "name = input('Name: ')\nage = input('Age: ')\nprint(name, age)"


@pytest.mark.parametrize(
    ("source", "answers", "expected"),
    [
        pytest.param(ASKS, ["Ada", "36"], "Name: <Ada\n>Age: <36\n>Ada 36\n", id="two questions"),
        pytest.param("import sys\nprint(sys.stdin.read())", ["a", "b", None], "<a\n><b\n><\n>a\nb\n\n", id="all of it"),
        pytest.param("import sys\nfor x in sys.stdin: print(len(x))", ["ab", None], "<ab\n>3\n<\n>", id="line by line"),
        pytest.param("print(input())", ["ü"], "<ü\n>ü\n", id="without a prompt"),
    ],
)
def test_answers_are_read_in_order_and_repeated_where_they_were_read(
    source: str, answers: list[str | None], expected: str
) -> None:
    """Prompts, answers (here in <>) and what is printed come in the order of a terminal."""
    report, events = run_program(source, answers=answers)
    assert report["outcome"] == "ok"
    assert "".join(f"<{e['text']}>" if e["stream"] == "stdin" else e["text"] for e in events) == expected


@pytest.mark.parametrize(
    ("source", "answers", "prompt"),
    [
        pytest.param(ASKS, [], "Name: ", id="the first"),
        pytest.param(ASKS, ["Ada"], "Age: ", id="the second"),
        pytest.param("print('one\\ntwo ', end='')\ninput()", [], "two ", id="the unfinished line is the prompt"),
        pytest.param("input()", [], "", id="no prompt"),
        pytest.param("try:\n    input('x')\nexcept Exception:\n    pass", [], "x", id="except Exception"),
        pytest.param("try:\n    input('x')\nexcept:\n    print(1)", [], "x", id="a bare except"),
        pytest.param("def f():\n    return input('deep ')\nf()", [], "deep ", id="in a function"),
        pytest.param("async def f():\n    return input('a ')\nawait f()", [], "a ", id="in a coroutine", marks=blocks),
    ],
)
def test_a_missing_answer_is_asked_for(source: str, answers: list[str], prompt: str) -> None:
    """The run ends as "input", whatever the program catches, after one event with the prompt."""
    report, events = run_program(source, answers=answers)
    assert report == {"outcome": "input", "error": None, "result": None, "rich": None}
    assert [event["text"] for event in events if event["stream"] == "ask"] == [prompt]


def test_the_end_of_input_is_an_error_of_python_itself() -> None:
    """None among the answers is what Ctrl+D is in a terminal."""
    error = run_program("input()", answers=[None])[0]["error"]
    assert error
    assert (error["type"], error["message"]) == ("EOFError", "EOF when reading a line")


def test_a_seed_repeats_what_random_gives() -> None:
    """A guessing game that is run again has the same number in mind."""
    source = "import random\nrandom.random()"
    runs: list[Any] = [run_program(source, seed=seed)[0]["result"] for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


def test_an_answer_that_asks_while_it_is_judged_is_told_that_nobody_can_type() -> None:
    """The verdict names the reason instead of waiting."""
    report = judge_answer("def cosine(u, v):\n    return float(input())\n")
    assert {test["error"]["message"] for test in report["tests"] if test["error"]} == {NOBODY}
