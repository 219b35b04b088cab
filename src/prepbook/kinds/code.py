"""The code check: the reader writes Python, real pytest judges it, and wrong answers are known by their signature."""

import ast
import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from prepbook.book import Check
from prepbook.errors import Finding, suggestion
from prepbook.highlight import highlight_python
from prepbook.kinds.base import BaseSpec, Fields, Grader, Kind, Proof, Report, Text, ToHtml
from prepbook.kinds.code_chart import Chart, ChartSpec, examine_chart, load_chart
from prepbook.kinds.code_files import load_files
from prepbook_grader.recorder import DEFAULT_EXPECTATION


class FollowUp(Fields):
    """A question an interviewer asks next, and a model answer."""

    question: Text
    """What an interviewer might ask next."""
    answer: Text
    """A model answer."""


class CodeSpec(BaseSpec):
    """check.yml of a code check."""

    kind: Literal["code"]
    """`code`: write Python that real pytest judges."""
    files: list[str] = Field(default=[])
    """Data files, as paths from the check's folder to below checks/; a program opens them by their base names."""
    visible: list[str] = Field(default=[])
    """Ids of the tests whose input and expectation a reader sees before any attempt."""
    hints: Annotated[list[Text], Field(min_length=1, max_length=5)]
    """One to five, from a nudge to nearly the answer; a reader asks for one at a time."""
    follow_ups: list[FollowUp] = Field(default=[])
    """Questions for after the solution, each with a model answer."""
    limit: Annotated[int, Field(ge=1, le=600)] | None = None
    """Seconds that a Check may take in the reader's browser, where `check_limit_s` of mkdocs.yml doesn't fit."""
    chart: ChartSpec | None = None
    """A trade-off to draw after Check; chart.py says what the curves are."""


@dataclass(frozen=True)
class WrongAnswer:
    """An answer that people really give: its source, and the feedback that it must get."""

    name: str
    source: str
    feedback: str  # Markdown


@dataclass(frozen=True)
class CodeCheck(Check):
    """A code check with its programs."""

    spec: CodeSpec
    starter: str = ""
    solution: str = ""
    explanation: str = ""  # Markdown
    tests: Mapping[str, str] = field(default_factory=dict)  # by file name
    wrong: tuple[WrongAnswer, ...] = ()
    alternatives: Mapping[str, str] = field(default_factory=dict)  # by file name
    files: Mapping[str, bytes] = field(default_factory=dict)  # by base name
    chart: Chart | None = None

    @property
    def limit(self) -> int | None:
        """Seconds that a Check may take in the reader's browser; None for what the book says."""
        return self.spec.limit

    @property
    def texts(self) -> dict[str, str | dict[str, str]]:
        """The data files as JSON can carry them."""
        return {name: as_text(data) for name, data in self.files.items()}

    def request(self, answer: str) -> dict[str, Any]:
        """Return the grader's request for one answer."""
        return {
            "answer": answer,
            "files": self.texts,
            "tests": dict(self.tests),
            "expected": [],
            "signatures": {},
            "visible": self.spec.visible,
        }


def as_text(data: bytes) -> str | dict[str, str]:
    """Return file contents as JSON can carry them: text, or base64 where they aren't text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii")}


# ------------------------------------------------------------------ load


def load(folder: Path, name: str, spec: CodeSpec) -> tuple[CodeCheck, list[Finding]]:
    """Read the files of a code check; `name` is how findings call its folder."""
    findings: list[Finding] = []
    needed = {part: _needed(folder, name, part, findings) for part in ("prompt.md", "starter.py", "solution.py")}
    tests = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("test_*.py"))}
    if not tests:
        do = "Write the tests that judge an answer."
        findings.append(Finding(name, "tests", "a file test_*.py", "none", do))
    wrong = [_wrong(file, name, findings) for file in sorted(folder.glob("wrong/*.py"))]
    if not wrong:
        do = "Write the mistakes people make as wrong/NAME.py; the docstring is their feedback."
        findings.append(Finding(name, "wrong", "at least one wrong answer", "none", do))
    chart, faults = load_chart(folder, name, spec.chart)
    files, absent = load_files(folder, name, spec.files)
    findings += [*faults, *absent]
    explanation = folder / "solution.md"
    check = CodeCheck(
        id=folder.name,
        folder=name,
        spec=spec,
        prompt=needed["prompt.md"],
        starter=needed["starter.py"],
        solution=needed["solution.py"],
        explanation=explanation.read_text(encoding="utf-8") if explanation.exists() else "",
        tests=tests,
        wrong=tuple(wrong),
        alternatives={file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("alt/*.py"))},
        files=files,
        chart=chart,
    )
    return check, findings


def _needed(folder: Path, name: str, part: str, findings: list[Finding]) -> str:
    file = folder / part
    if file.exists():
        return file.read_text(encoding="utf-8")
    findings.append(Finding(name, part, "the file", "none", f"Write {name}/{part}."))
    return ""


def _wrong(file: Path, name: str, findings: list[Finding]) -> WrongAnswer:
    source = file.read_text(encoding="utf-8")
    try:
        feedback = ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError as error:
        feedback = "-"
        where = f"{name}/wrong/{file.name}"
        findings.append(Finding(where, "Python", "a program", error.msg, "Mend the syntax.", error.lineno))
    if not feedback:
        do = "Write what the reader who made this mistake should be told."
        findings.append(Finding(f"{name}/wrong/{file.name}", "docstring", "the feedback", "none", do, 1))
    return WrongAnswer(file.stem, source, feedback)


# --------------------------------------------------------------- examine


def examine(check: CodeCheck, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Run starter, solution, alternatives and wrong answers. Returns what was learnt and what is wrong."""
    answers = {
        "solution.py": check.solution,
        "starter.py": check.starter,
        **{f"alt/{name}": source for name, source in check.alternatives.items()},
        **{f"wrong/{wrong.name}.py": wrong.source for wrong in check.wrong},
    }
    reports = dict(zip(answers, grader.judge([check.request(answer) for answer in answers.values()]), strict=True))
    right = reports["solution.py"]["tests"]
    tests = tuple(test["id"] for test in right)
    signatures = {wrong.name: reports[f"wrong/{wrong.name}.py"]["signature"] for wrong in check.wrong}
    known = {test["id"]: test for test in right}
    cases = tuple(known[id] for id in check.spec.visible if id in known)
    # A solution that fails has its finding; its curves would only repeat it.
    passes = is_pass(reports["solution.py"], tests)
    curves, undrawn = _charted(check, grader) if passes else ({}, [])
    proof = Proof(tests, signatures, cases, any(test["drawn"] for test in right), chart=curves)
    return proof, [*_faults(check, reports, tests, signatures), *_unclear_cases(check, known), *undrawn]


def _charted(check: CodeCheck, grader: Grader) -> tuple[Report, list[Finding]]:
    if check.chart is None:
        return {}, []
    return examine_chart(check.chart, check.folder, check.chart.request(check.solution, check.texts), grader)


def _unclear_cases(check: CodeCheck, tests: Mapping[str, Report]) -> Iterator[Finding]:
    file = f"{check.folder}/check.yml"
    for number, id in enumerate(check.spec.visible):
        case = tests[id]["case"] if id in tests else None
        if id not in tests:
            do = suggestion(id, tests, "Name a test as pytest does, with its [id].")
            yield Finding(file, f"visible.{number}", "the id of a test", f'"{id}"', do)
        elif case and case["expected"] == DEFAULT_EXPECTATION:
            do = "Choose a test that has one: it is what the reader is shown."
            yield Finding(file, f"visible.{number}", "a test with a parameter named expected", f'"{id}"', do)


def _faults(
    check: CodeCheck, reports: Mapping[str, Report], tests: tuple[str, ...], signatures: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    for name, report in reports.items():
        passes = is_pass(report, tests)
        if name.startswith(("solution", "alt/")) and not passes:
            do = "Mend the answer or the test."
            yield Finding(f"{check.folder}/{name}", "verdict", "every test to pass", first_failure(report), do)
        if name == "starter.py" and passes:
            do = "Leave something for the reader to do, or test it."
            yield Finding(f"{check.folder}/{name}", "verdict", "at least one test to fail", "all of them pass", do)
        if name.startswith("wrong/") and passes:
            do = "Add the test that tells it from a right answer."
            yield Finding(f"{check.folder}/{name}", "verdict", "at least one test to fail", "all of them pass", do)
    yield from _twins(check, signatures)


def _twins(check: CodeCheck, signatures: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    first: dict[tuple[tuple[str, str], ...], str] = {}
    for name, signature in signatures.items():
        key = tuple(sorted(signature.items()))
        if key and key in first:
            do = "Add a test in which the two differ, or merge them."
            found = f"the same as wrong/{first[key]}.py"
            yield Finding(f"{check.folder}/wrong/{name}.py", "signature", "one of its own", found, do)
        first.setdefault(key, name)


def is_pass(report: Report, tests: tuple[str, ...]) -> bool:
    """Whether a report passes: something was tested, and each known test reported "passed"."""
    outcomes = {test["id"]: test["outcome"] for test in report["tests"]}
    return bool(tests) and report["outcome"] == "judged" and all(outcomes.get(id) == "passed" for id in tests)


def first_failure(report: Report) -> str:
    """Return the first thing that went wrong, in a few words."""
    if report.get("error"):
        error = report["error"]
        return f"{error['type']}: {error['message']}".rstrip(".")
    for test in report["tests"]:
        if test["outcome"] != "passed":
            return f"{test['id']} {test['outcome']}: {test['message'].splitlines()[0] if test['message'] else ''}"
    return "no test"


# ------------------------------------------------------------------ show


def view(check: CodeCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what the page shows before any script runs."""
    return {
        "prompt": md(check.prompt),
        "starter": highlight_python(check.starter),
        "cases": proof.cases,
        "tests": len(proof.tests),
        "drawn": proof.drawn,
        "chart": check.chart and check.chart.spec.model_dump() | {"svg": proof.chart.get("svg", "")},
    }


def payload(check: CodeCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what the page's script needs to judge; data files are named and travel apart."""
    return {
        "id": check.id,
        "filename": "answer.py",
        "starter": check.starter,
        "tests": dict(check.tests),
        "expected": list(proof.tests),
        "visible": list(check.spec.visible),
        "drawn": proof.drawn,
        "chart": check.chart and check.chart.payload(proof.chart),
        "signatures": {name: dict(signature) for name, signature in proof.signatures.items()},
        "feedback": {wrong.name: md(wrong.feedback) for wrong in check.wrong},
        "hints": [md(hint) for hint in check.spec.hints],
        "solution": {
            "source": check.solution,
            "code_html": highlight_python(check.solution),
            "html": md(check.explanation),
        },
        "follow_ups": [{"question": md(item.question), "answer": md(item.answer)} for item in check.spec.follow_ups],
    }


def cites(check: CodeCheck) -> list[str]:
    """Return the texts in which a code check may cite claims."""
    follow_ups = [text for item in check.spec.follow_ups for text in (item.question, item.answer)]
    feedback = [wrong.feedback for wrong in check.wrong]
    return [check.prompt, check.explanation, *check.spec.hints, *follow_ups, *feedback]


KIND = Kind("code", CodeSpec, load, examine, view, payload, cites)
