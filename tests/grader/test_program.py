"""Running a program: its output, its result, its errors, and what is left of it afterwards."""

import asyncio
import os
import sys
from collections.abc import Awaitable
from pathlib import Path

import pytest

from prepbook_grader import RunReport, start
from prepbook_grader.answers import NOBODY
from prepbook_grader.streams import PROGRAM_LIMIT

from .helpers import blocks, forks, in_fresh_process, run_program


@pytest.mark.parametrize(
    ("source", "result"),
    [
        pytest.param("x = 1", None, id="a statement has none"),
        pytest.param("x = 1\nx + 1", "2", id="a final expression"),
        pytest.param("None", None, id="None is not shown"),
        pytest.param("print('x')", None, id="print returns None"),
        pytest.param("import asyncio\nawait asyncio.sleep(0, [1])", "[1]", id="a top-level await", marks=blocks),
        pytest.param(
            "import asyncio\nasync def main():\n    return 3\nasyncio.run(main())",
            "3",
            id="asyncio.run in a program",
            marks=blocks,
        ),
        pytest.param("a = []\na.append(a)\na", "[" * 31 + "..." + "]" * 31, id="a list that holds itself"),
        pytest.param("object()", "<object object>", id="without the address"),
        pytest.param("{'b': 1, 'a': 2}", "{'b': 1, 'a': 2}", id="a dict in its order"),
        pytest.param("{'b', 'a'}, set(), frozenset({1}), (1,)", "({'a', 'b'}, set(), frozenset({1}), (1,))", id="sets"),
        pytest.param("10 ** 5000", "<int of 16610 bits>", id="an int too long to print"),
        pytest.param(
            "class Rude:\n    def __repr__(self): raise SystemExit\nRude()",
            "<Rude: its repr raised SystemExit>",
            id="a repr that raises",
        ),
        pytest.param("raise SystemExit", None, id="an exit without a code is an end"),
        pytest.param("from __future__ import annotations\n__name__", "'__main__'", id="it is the main module"),
    ],
)
def test_a_program_that_ends_well_has_its_last_expression_as_result(source: str, result: str | None) -> None:
    """The result is a repr that never raises, or None."""
    report, _ = run_program(source)
    assert report == {"outcome": "ok", "error": None, "result": result, "rich": None}


@pytest.mark.parametrize("source", ["'x' * 10**7", "list(range(10**6))", "[['x'] * 1000] * 10**6"])
def test_a_huge_result_is_cut(source: str) -> None:
    """At most ten thousand characters and an ellipsis come back."""
    result = run_program(source)[0]["result"] or ""
    assert len(result) == 10_001
    assert result.endswith("…")


@pytest.mark.parametrize(
    ("source", "kind", "message", "line"),
    [
        pytest.param("1 / 0", "ZeroDivisionError", "division by zero", 1, id="in an expression"),
        pytest.param("x = 1\n{}['a']", "KeyError", "'a'", 2, id="a key"),
        pytest.param("x = (\n", "SyntaxError", "'(' was never closed", 1, id="syntax"),
        pytest.param("raise SystemExit(3)", "SystemExit", "3", 1, id="an exit with a code"),
        pytest.param("import os\nos._exit(3)", "SystemExit", "3", 2, id="an exit that would end the interpreter"),
        pytest.param("input()", "EOFError", NOBODY, 1, id="nobody types"),
        pytest.param("raise KeyboardInterrupt", "KeyboardInterrupt", "", 1, id="an interrupt"),
        pytest.param(
            "class E(Exception):\n    def __str__(self): raise KeyError\nraise E",
            "E",
            "<its message raised KeyError>",
            3,
            id="a message that raises",
        ),
    ],
)
def test_an_error_names_type_message_and_line(source: str, kind: str, message: str, line: int) -> None:
    """The line is the program's own."""
    report, _ = run_program(source)
    assert report["outcome"] == "error"
    assert report["error"]
    assert [report["error"][key] for key in ("type", "message", "line")] == [kind, message, line]


@blocks
def test_a_traceback_holds_the_programs_frames_only_and_its_causes() -> None:
    """Frames of json, asyncio and the grader are left out; the chain of exceptions is kept."""
    source = """
    import json
    async def load():
        try:
            json.loads("{")
        except ValueError as error:
            raise RuntimeError("no data") from error
    await load()
    """
    error = run_program(source)[0]["error"]
    assert error
    files = {line.split('"')[1] for line in error["traceback"].splitlines() if line.strip().startswith("File")}
    assert files == {"program.py"}
    assert "JSONDecodeError" in error["traceback"]
    assert "direct cause" in error["traceback"]
    assert error["traceback"].endswith("RuntimeError: no data\n")


def test_a_syntax_error_shows_line_and_caret() -> None:
    """A reader sees where Python stopped reading."""
    error = run_program("x = 1\ny = = 2\n")[0]["error"]
    assert error
    assert error["line"] == 2
    assert "    y = = 2\n        ^\n" in error["traceback"]


def test_output_arrives_line_by_line_in_order_and_by_stream() -> None:
    """Both streams are passed on while the program runs; an unfinished line comes at the end."""
    _, events = run_program("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('ü', end='')")
    assert [(event["stream"], event["text"]) for event in events] == [
        ("stdout", "a\n"),
        ("stderr", "b\n"),
        ("stdout", "ü"),
    ]


def test_a_flood_of_output_is_batched_and_cut() -> None:
    """A million lines become few events and stop at the limit, with a note."""
    _, events = run_program("for n in range(300_000):\n    print(n)")
    text = "".join(event["text"] for event in events)
    assert len(events) < 1_500
    assert len(text) < PROGRAM_LIMIT + 100
    assert text.endswith("output cut at 1,000 kB.\n")


def test_files_lie_in_a_working_folder_that_is_gone_afterwards() -> None:
    """Text and base64 are written to where the program runs."""
    source = "import os\nopen('a.txt').read(), open('data/b.bin', 'rb').read(), os.getcwd()"
    report, _ = run_program(source, files={"a.txt": "é", "data/b.bin": {"base64": "/wA="}})
    text, raw, folder = eval(report["result"] or "")
    assert (text, raw) == ("é", b"\xff\x00")
    assert not Path(folder).exists()


def test_a_file_outside_the_folder_is_our_fault_and_not_the_programs() -> None:
    """A request that makes no sense is reported as broken."""
    report, _ = run_program("1", files={"../a.txt": ""})
    assert report["outcome"] == "broken"
    assert "../a.txt" in (report["error"] or {"message": ""})["message"]


@pytest.mark.parametrize(
    "source",
    [
        "import builtins\nbuiltins.len = builtins.isinstance = builtins.repr = None",
        "import sys\nsys.path.clear()\nsys.stdout = None\nsys.modules['json'] = None",
        "import os\nos.chdir('/')\nos.environ['CHANGED'] = '1'",
        "import sys\nsys.setrecursionlimit(60)",
        "import sys\nsys.stdout.close()",
    ],
)
def test_what_a_program_disturbs_is_put_right(source: str) -> None:
    """Built-ins, modules, streams, folder and environment are as before."""
    before = (
        len,
        repr,
        sys.path[:],
        sys.stdout,
        sys.modules["json"],
        os.getcwd(),
        dict(os.environ),
        sys.getrecursionlimit(),
    )
    assert run_program(source)[0]["outcome"] == "ok"
    after = (
        len,
        repr,
        sys.path[:],
        sys.stdout,
        sys.modules["json"],
        os.getcwd(),
        dict(os.environ),
        sys.getrecursionlimit(),
    )
    assert after == before


@forks
def test_a_fresh_process_reports_events_whatever_is_written_to_its_descriptors() -> None:
    """The command line's standard output is one JSON report."""
    report = in_fresh_process(
        "run", {"source": "import os\nos.write(1, b'raw')\nprint(1)\nprint(2)", "filename": "a.py"}
    )
    assert report == {
        "outcome": "ok",
        "error": None,
        "result": None,
        "rich": None,
        "events": [{"stream": "stdout", "text": "1\n2\n"}],
    }


@pytest.mark.parametrize(
    ("source", "is_awaited"),
    [
        pytest.param("1 + 1", False, id="awaits nothing"),
        pytest.param("import asyncio\nawait asyncio.sleep(0, 2)", True, id="awaits"),
        pytest.param("import asyncio\ntask = asyncio.ensure_future(asyncio.sleep(9))\n2", True, id="leaves a task"),
    ],
)
@blocks
def test_start_is_awaited_only_where_it_has_to_be(source: str, is_awaited: bool) -> None:
    """Within an event loop, as in a page, most programs end at once; tasks that one leaves behind are still ended."""

    async def page() -> tuple[bool, RunReport, int]:
        begun = start({"source": source, "filename": "snippet.py"}, lambda event: None)
        report = await begun if isinstance(begun, Awaitable) else begun
        return isinstance(begun, Awaitable), report, len(asyncio.all_tasks())

    found, report, tasks = asyncio.run(page())
    assert (found, report["outcome"], report["result"], tasks) == (is_awaited, "ok", "2", 1)
