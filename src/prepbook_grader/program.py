"""Runs a program as a reader wrote it and says how it ended."""

import ast
import asyncio
import builtins
import random
import sys
from collections.abc import Awaitable, Coroutine, Generator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from inspect import CO_COROUTINE
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Literal

from prepbook_grader.answers import Answers
from prepbook_grader.interpreter import Interpreter
from prepbook_grader.reports import Emit, Error, Event, Program, RunReport, RunRequest
from prepbook_grader.rich import TooLargeError, rich
from prepbook_grader.streams import Output
from prepbook_grader.tracebacks import OwnFiles, describe, register_source
from prepbook_grader.values import show
from prepbook_grader.words import speak
from prepbook_grader.workspace import Workspace, workspace

RESULT = 10_000  # characters
FAREWELL_S = 1.0  # how long tasks that were left behind may take to be cancelled
IN_BROWSER = sys.platform == "emscripten"


async def run(request: RunRequest, emit: Emit) -> RunReport:
    """Execute `source` as `__main__` in a folder holding `files`; output goes to `emit` while it runs.

    Variables and folder are fresh, or those of the request's session. `await` works at the top level. The result is
    the value of a final expression, unless that is None. Whatever the program raises is in the report; a failure of
    our own gives the outcome "broken".
    """
    speak(request.get("words", {}))
    interpreter = Interpreter()
    try:
        with workspace(request) as (place, before), interpreter.lent(place.folder):
            for program in before:
                await _perform(program, place, _drop, interpreter)
            return await _perform(request, place, emit, interpreter)
    except Exception as error:
        return _ended("broken", describe(error, OwnFiles(folder=Path(__file__).parent)))


def run_sync(request: RunRequest, emit: Emit) -> RunReport:
    """Do what `run` does, from code without an event loop.

    A loop is only started for a program that awaits, so that others may call `asyncio.run` themselves.
    """
    report = start(request, emit)
    return asyncio.run(_whole(report)) if isinstance(report, Awaitable) else report


def start(request: RunRequest, emit: Emit) -> RunReport | Awaitable[RunReport]:
    """Do what `run` does at once where nothing has to be awaited, which spares a page two turns of its event loop."""
    running = run(request, emit)
    if _awaits(request):
        return running
    try:
        waited_for = running.send(None)
    except StopIteration as done:
        report: RunReport = done.value
        return report
    return _Rest(running, waited_for)


async def _whole(report: Awaitable[RunReport]) -> RunReport:
    return await report


@dataclass
class _Rest:
    """What is left of a coroutine that was begun outside of any task: to end the tasks that it left behind."""

    running: Coroutine[Any, Any, RunReport]
    waited_for: Any

    def __await__(self) -> Generator[Any, Any, RunReport]:
        while True:
            answer = yield self.waited_for
            try:
                self.waited_for = self.running.send(answer)
            except StopIteration as done:
                report: RunReport = done.value
                return report


def _awaits(request: RunRequest) -> bool:
    try:
        programs = [*request.get("session", {}).get("before", []), request]
        codes = [code for each in programs for code in _compiled(each["source"], each["filename"])]
        return any(code.co_flags & CO_COROUTINE for code in codes)
    except BaseException:
        return False


async def _perform(program: Program, place: Workspace, emit: Emit, interpreter: Interpreter) -> RunReport:
    own = place.admit(program)
    outputs = sys.stdout, sys.stderr = Output("stdout", emit), Output("stderr", emit)
    answers = Answers(program.get("answers", ()), emit, lambda: _prompt(outputs))
    if "answers" in program:
        sys.stdin = answers
    if "seed" in program:
        random.seed(program["seed"])
    try:
        report = await _report(program, place, own, interpreter)
        return _ended("input") if answers.is_missing else report
    finally:
        interpreter.mend()
        for output in outputs:
            output.finish()


async def _report(program: Program, place: Workspace, own: OwnFiles, interpreter: Interpreter) -> RunReport:
    register_source(program["filename"], program["source"])
    before = _tasks()
    try:
        value = await _execute(program, place.main)
        interpreter.mend()
        return _ended("ok") if value is None else _with_value(value)
    except BaseException as error:
        interpreter.mend()
        if isinstance(error, SystemExit) and error.code in (None, 0):
            return _ended("ok")
        return _ended("error", describe(error, own))
    finally:
        interpreter.mend()
        await _cancel(_tasks() - before)


def _prompt(outputs: tuple[Output, Output]) -> str:
    stdout, stderr = outputs
    stderr.finish()
    return stdout.open_line()


def _with_value(value: object) -> RunReport:
    try:
        return {**_ended("ok"), "result": show(value, RESULT), "rich": rich(value)}
    except TooLargeError as large:
        return {**_ended("ok"), "result": f"{show(value, RESULT)}\n({large})"}


def _ended(outcome: Literal["ok", "error", "input", "broken"], error: Error | None = None) -> RunReport:
    return {"outcome": outcome, "error": error, "result": None, "rich": None}


def _drop(event: Event) -> None:
    """Nobody sees what an earlier program of a session writes when it is only run for its variables."""


async def _execute(program: Program, main: ModuleType) -> object:
    value = None
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    for code in _compiled(program["source"], program["filename"]):
        value = eval(code, main.__dict__)
        if code.co_flags & CO_COROUTINE:
            value = await value
    return value


@lru_cache(maxsize=16)  # asked for twice: does it await, and then to run it
def _compiled(source: str, filename: str) -> list[CodeType]:
    """Return the program in one piece, or in two if it ends in an expression, whose value is wanted."""
    tree = ast.parse(source, filename)
    if IN_BROWSER:
        tree = ast.fix_missing_locations(_AwaitInsteadOfRun().visit(tree))
    options: dict[str, Any] = {"flags": ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, "dont_inherit": True}
    match tree.body:
        case [*body, ast.Expr(last)]:
            first = compile(ast.Module(body, tree.type_ignores), filename, "exec", **options)
            return [first, compile(ast.Expression(last), filename, "eval", **options)]
        case _:
            return [compile(tree, filename, "exec", **options)]


class _AwaitInsteadOfRun(ast.NodeTransformer):
    """Turns a top-level `asyncio.run(main())` into `await main()`: a page's event loop runs already."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Attribute(ast.Name("asyncio"), "run"), [awaited], []):
                return ast.copy_location(ast.Await(awaited), node)
        return node

    def visit(self, node: ast.AST) -> Any:
        inner = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
        return node if inner else super().visit(node)


def _tasks() -> set["asyncio.Task[Any]"]:
    with suppress(RuntimeError):  # no loop, no tasks
        return asyncio.all_tasks()
    return set()


async def _cancel(tasks: "set[asyncio.Task[Any]]") -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        waiting: Awaitable[object] = asyncio.wait(tasks, timeout=FAREWELL_S)
        await waiting
