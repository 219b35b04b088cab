"""Programs of one session share variables and a folder; all others are alone."""

from typing import Any

import pytest

from prepbook_grader import workspace

from .helpers import forks, in_fresh_process, run_program


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Let no test know another's sessions."""
    workspace._sessions.clear()


def program(source: str, name: str = "before.py", **more: Any) -> dict[str, Any]:
    """Return a program that runs before another."""
    return {"source": source, "filename": name, **more}


def test_variables_functions_and_files_last_from_run_to_run() -> None:
    """What one program of a session leaves behind the next one finds."""
    run_program("x = 1\ndef f(): return x\nopen('note.txt', 'w').write('hi')", session={"name": "a"})
    run_program("x += 1", session={"name": "a"})
    assert run_program("f(), open('note.txt').read()", session={"name": "a"})[0]["result"] == "(2, 'hi')"


@pytest.mark.parametrize("request_", [{}, {"session": {"name": "b"}}], ids=["alone", "another session"])
def test_nobody_else_sees_a_sessions_variables(request_: dict[str, Any]) -> None:
    """A block without session, or of another one, starts from nothing."""
    run_program("x = 1", session={"name": "a"})
    error = run_program("x", **request_)[0]["error"]
    assert error
    assert error["type"] == "NameError"


def test_the_programs_before_are_run_first_and_once_without_their_output() -> None:
    """A session that is new in this interpreter is brought to where it was; a known one is left alone."""
    session = {
        "name": "a",
        "before": [program("x = 1\nprint('no')\nx / 0"), program("x += int(input())", answers=["4"])],
    }
    report, events = run_program("print(x)\nx", session=session)
    assert (report["result"], [event["text"] for event in events]) == ("5", ["5\n"])
    assert run_program("x", session=session)[0]["result"] == "5"


def test_a_traceback_goes_through_the_programs_of_a_session() -> None:
    """A function of an earlier block is the author's own as well."""
    session = {"name": "a", "before": [program("def f():\n    return 1 / 0\n", "first.py")]}
    error = run_program("f()", session=session)[0]["error"]
    assert error
    assert 'File "first.py", line 2' in error["traceback"]
    assert 'File "program.py", line 1' in error["traceback"]


@forks
def test_a_session_may_await_in_a_fresh_process() -> None:
    """As the build runs it."""
    before = [program("import asyncio\nx = await asyncio.sleep(0, 7)")]
    request = {**program("x", "b.py"), "session": {"name": "a", "before": before}}
    assert in_fresh_process("run", request)["result"] == "7"
