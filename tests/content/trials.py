"""Tries many programs against one check, each in a process forked when the tests have been collected.

    python -m tests.content.trials < {"request": the grader's, "programs": [source]} > [what noticed each, or null]

To judge one answer the grader starts pytest, collects, and runs every test; a mutant is dead at the first that fails.
So here the grader starts once, with the solution, and its recorder forks for each program, the last killer first.
What a test noticed is noticed; of what nothing noticed here, the grader itself has the last word.
"""

import gc
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import pytest

from prepbook.execute import grader_version
from prepbook.grader_process import ENVIRONMENT, OWN_SOURCES
from prepbook.remembered import write_whole
from prepbook_grader import JudgeRequest, judge
from prepbook_grader.judge import ANSWER
from prepbook_grader.recorder import Recorder, test_id

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".cache" / "prepbook" / "mutants"
SURVIVED, ENDED = "-", "the end of its time or memory"
AT_LEAST_S, TIMES_THE_SOLUTION = 1.0, 10  # of CPU, so that a crowded machine kills nothing
FOREVER_S = 120  # of waiting
MEMORY = 2 << 30
_end = os._exit  # bound before the grader lends programs another


@dataclass
class Trials(Recorder):
    """Collects as the grader's recorder does; then it tries `programs` instead of running the tests."""

    programs: list[str] = field(default_factory=list)
    noticed: list[str | None] = field(default_factory=list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Fork for the solution, which must pass in this way too, and for each program."""
        tests, solution = list(session.items), sys.modules["answer"]
        source = Path(ANSWER).read_text(encoding="utf-8")
        gc.freeze()  # or a child's first collection would copy every page
        spent = max(self._control(source, solution, order) for order in (tests[::-1], tests))
        for program in self.programs:
            attempt = partial(self._killer, program, solution, tests)
            killer, _ = in_a_fork(attempt, AT_LEAST_S + TIMES_THE_SOLUTION * spent)
            tests.sort(key=lambda test: test_id(test) != killer)  # the likeliest killer of the next one
            self.noticed.append(None if killer == SURVIVED else killer)
        return True

    def _control(self, source: str, solution: ModuleType, tests: list[pytest.Item]) -> float:
        """Return the CPU seconds that a copy of the solution takes. Raises if it doesn't pass."""
        killer, spent = in_a_fork(partial(self._killer, source, solution, tests), FOREVER_S)
        if killer != SURVIVED:
            raise RuntimeError(f"the solution, tried as its mutants are: expected to pass, noticed by {killer}")
        return spent

    def _killer(self, program: str, solution: ModuleType, tests: list[pytest.Item]) -> str:
        """Return the first test that doesn't pass, or why none could be run."""
        try:
            _put_in_place(program, solution, tests)
        except BaseException as error:
            return type(error).__name__
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
            result = self.results.get(test_id(test))
            if result is None or result.outcome != "passed":
                return test_id(test)
        return SURVIVED


def _put_in_place(program: str, solution: ModuleType, tests: list[pytest.Item]) -> None:
    """Let tests mean `program` by what they have imported from the solution, and by functions given as parameters."""
    module = ModuleType("answer")
    module.__dict__.update(__file__=solution.__file__, __spec__=solution.__spec__)
    sys.modules["answer"] = module
    exec(compile(program, ANSWER, "exec", dont_inherit=True), module.__dict__)
    functions = [test for test in tests if isinstance(test, pytest.Function)]
    given = [test.callspec.params for test in functions if hasattr(test, "callspec")]
    made = {id(value): name for name, value in vars(solution).items() if callable(value)}
    for names in [*{id(test.module): vars(test.module) for test in functions}.values(), *given]:
        imported = {name: name for name, value in names.items() if value is vars(solution).get(name, module)}
        passed_on = {name: made[id(value)] for name, value in names.items() if id(value) in made}
        names.update({name: vars(module)[own] for name, own in (imported | passed_on).items()})


def in_a_fork(attempt: Callable[[], str], limit_s: float) -> tuple[str, float]:
    """Return what `attempt` says in a process of its own, or that its time or memory ran out, and its CPU seconds."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _bound(limit_s)
        try:
            os.write(write, attempt().encode())
        finally:
            _end(0)
    os.close(write)
    with open(read, "rb") as pipe:
        said = pipe.read().decode()
    _, _, usage = os.wait4(child, 0)
    return said or ENDED, usage.ru_utime + usage.ru_stime


def _bound(limit_s: float) -> None:
    """Have this process ended, whatever it catches, once it has taken too much time or memory."""
    signal.setitimer(signal.ITIMER_PROF, limit_s)
    signal.setitimer(signal.ITIMER_REAL, FOREVER_S)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def tried(request: dict[str, Any], programs: list[str]) -> list[str | None]:
    """Do as `trials` in a process of its own, which no test's threads or plugins share; or say what it said before.

    That depends on nothing but the request, the programs, the grader and this file: together they name it.
    """
    asked = json.dumps([request, programs, grader_version(), Path(__file__).read_text(encoding="utf-8")])
    entry = KEPT / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"
    if not entry.exists():
        write_whole(entry, _tried(request, programs))
    noticed: list[str | None] = json.loads(entry.read_text(encoding="utf-8"))
    return noticed


def _tried(request: dict[str, Any], programs: list[str]) -> list[str | None]:
    paths = os.pathsep.join([str(OWN_SOURCES), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", "tests.content.trials"],
        input=json.dumps({"request": request, "programs": programs}),
        env=os.environ | ENVIRONMENT | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    noticed: list[str | None] = json.loads(done.stdout)
    return noticed


def trials(request: JudgeRequest, programs: list[str]) -> list[str | None]:
    """Return for each program what noticed that it isn't the answer of `request`, None for nothing."""
    made: list[Trials] = []

    def recorder(*arguments: Any) -> Trials:
        made.append(Trials(*arguments))
        made[0].programs = programs
        return made[0]

    with mock.patch("prepbook_grader.judge.Recorder", recorder):
        report = judge(request, lambda event: None)
    if report["error"] or len(made[0].noticed) != len(programs):
        raise RuntimeError(f"the tests couldn't be collected, or were stopped: {report['error'] or made[0].crash}")
    return made[0].noticed


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    reports = os.dup(1)
    os.dup2(2, 1)  # what programs print isn't ours
    found = json.dumps(trials(asked["request"], asked["programs"]))
    os.write(reports, found.encode())
