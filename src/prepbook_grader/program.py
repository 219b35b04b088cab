"""Runs a program as a reader wrote it and says how it ended."""

import ast
import asyncio
import builtins
import sys
from collections.abc import Awaitable
from contextlib import suppress
from inspect import CO_COROUTINE
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from prepbook_grader.interpreter import Interpreter, working_folder
from prepbook_grader.reports import Emit, RunReport, RunRequest
from prepbook_grader.streams import Output
from prepbook_grader.tracebacks import OwnFiles, describe, register_source
from prepbook_grader.values import show

RESULT = 10_000  # characters
FAREWELL_S = 1.0  # how long tasks that were left behind may take to be cancelled
IN_BROWSER = sys.platform == "emscripten"


async def run(request: RunRequest, emit: Emit) -> RunReport:
    """Execute `source` as `__main__` in a fresh folder holding `files`; output goes to `emit` while it runs.

    `await` works at the top level. The result is the repr of a final expression, unless that is None. Whatever the
    program raises is in the report; a failure of our own gives the outcome "broken".
    """
    interpreter = Interpreter()
    try:
        with working_folder(request.get("files", {})) as folder, interpreter.lent(folder):
            own = OwnFiles(request["filename"], folder=folder)
            outputs = sys.stdout, sys.stderr = Output("stdout", emit), Output("stderr", emit)
            try:
                report = await _report(request, own, interpreter)
            finally:
                interpreter.mend()
                for output in outputs:
                    output.finish()
            return report
    except Exception as error:
        return {"outcome": "broken", "error": describe(error, OwnFiles(folder=Path(__file__).parent)), "result": None}


def run_sync(request: RunRequest, emit: Emit) -> RunReport:
    """Do what `run` does, from code without an event loop.

    A loop is only started for a program that awaits, so that others may call `asyncio.run` themselves.
    """
    running = run(request, emit)
    if _awaits(request):
        return asyncio.run(running)
    try:
        running.send(None)
    except StopIteration as done:
        report: RunReport = done.value
        return report
    raise RuntimeError("a program without await was suspended")


def _awaits(request: RunRequest) -> bool:
    try:
        return any(code.co_flags & CO_COROUTINE for code in _compiled(request["source"], request["filename"]))
    except BaseException:
        return False


async def _report(request: RunRequest, own: OwnFiles, interpreter: Interpreter) -> RunReport:
    register_source(request["filename"], request["source"])
    before = _tasks()
    try:
        value = await _execute(request)
        interpreter.mend()
        return {"outcome": "ok", "error": None, "result": None if value is None else show(value, RESULT)}
    except BaseException as error:
        interpreter.mend()
        if isinstance(error, SystemExit) and error.code in (None, 0):
            return {"outcome": "ok", "error": None, "result": None}
        return {"outcome": "error", "error": describe(error, own), "result": None}
    finally:
        await _cancel(_tasks() - before)


async def _execute(request: RunRequest) -> object:
    value = None
    main = ModuleType("__main__")
    main.__dict__["__file__"] = request["filename"]
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    for code in _compiled(request["source"], request["filename"]):
        value = eval(code, main.__dict__)
        if code.co_flags & CO_COROUTINE:
            value = await value
    return value


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
