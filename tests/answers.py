"""Every answer to a code check that an author wrote, and what it must get, wherever it is judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from prepbook.kinds.base import Proof
from prepbook.kinds.code import CodeCheck, examine
from prepbook_grader import recognise
from tests.book import checks_of, executor


@dataclass(frozen=True)
class Answer:
    """An answer, by the name of its file; `mistake` is what it must be recognised as, None if it is right."""

    check: CodeCheck
    name: str
    source: str
    mistake: str | None

    def __str__(self) -> str:
        """Return what a failed test is called by."""
        return f"{self.check.id}-{self.name}"

    @property
    def verdict(self) -> str:
        """What the page says of it."""
        return "failed" if self.mistake else "passed"


def right_answers(check: CodeCheck) -> Iterator[Answer]:
    """Yield the solution and its alternatives."""
    yield Answer(check, "solution", check.solution, None)
    for file, source in check.alternatives.items():
        yield Answer(check, f"alt-{file}", source, None)


def wrong_answers(check: CodeCheck) -> list[Answer]:
    """Return the answers that people really give, by name."""
    return [Answer(check, wrong.name, wrong.source, wrong.name) for wrong in check.wrong]


def all_answers() -> list[Answer]:
    """Return the right and the wrong answers to every check."""
    return [answer for check in checks_of(CodeCheck) for answer in (*right_answers(check), *wrong_answers(check))]


def request_of(check: CodeCheck, source: str) -> dict[str, Any]:
    """Return the grader's request for an answer as the reader's page makes it: with known tests and signatures."""
    proof = _proof(check.id)
    return check.request(source) | {"expected": list(proof.tests), "signatures": dict(proof.signatures)}


def in_cpython(check: CodeCheck, source: str) -> dict[str, Any]:
    """Return what the reader's verdict and feedback come from, by the report that the build has judged already.

    It was made before tests and mistakes were known. Knowing them, the grader adds two things: an error for each known
    test without a result, and the mistake's name.
    """
    proof, report = _proof(check.id), executor().judge([check.request(source)])[0]
    outcomes = dict.fromkeys(proof.tests, "error") | {test["id"]: test["outcome"] for test in report["tests"]}
    name = recognise(report["signature"], {name: dict(failures) for name, failures in proof.signatures.items()})
    return {"tests": outcomes, "outcome": report["outcome"], "signature": report["signature"], "recognised": name}


@cache
def _proof(check_id: str) -> Proof:
    check = next(check for check in checks_of(CodeCheck) if check.id == check_id)
    return examine(check, executor())[0]
