"""The audit of dependencies fails on what is known, and never calls unasked packages sound."""

import datetime
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 22)


def load_audit() -> Any:
    """Return the script as a module."""
    spec = importlib.util.spec_from_file_location("audit_locks", ROOT / "scripts" / "audit_locks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit_locks"] = module
    spec.loader.exec_module(module)
    return module


audit = load_audit()
FOUND = audit.Answer((audit.Advisory("GHSA-1", "left 1.0", "fixed in 1.1"),))
WAIVER = {"id": "GHSA-1", "reason": "never called here", "until": TODAY}


def test_known_vulnerability_of_a_python_package_is_read() -> None:
    """With its package, version and what mends it."""
    vuln = {"id": "PYSEC-1", "fix_versions": ["2.0"], "aliases": [], "description": "bad"}
    said = {"dependencies": [{"name": "left", "version": "1.0", "vulns": [vuln]}]}
    assert audit.read_pip(json.dumps(said)) == audit.Answer((audit.Advisory("PYSEC-1", "left 1.0", "fixed in 2.0"),))


def test_known_vulnerability_of_an_npm_package_is_read_once() -> None:
    """npm repeats it for each package that depends on it."""
    cause = {"url": "https://github.com/advisories/GHSA-2", "name": "left", "title": "Bad"}
    said = {"vulnerabilities": {"left": {"via": [cause]}, "pad": {"via": ["left", cause]}}}
    assert audit.read_npm(json.dumps(said)) == audit.Answer((audit.Advisory("GHSA-2", "left", "Bad"),))


@pytest.mark.parametrize(
    ("read", "said", "why"),
    [
        (
            "read_pip",
            {"dependencies": [{"name": "left", "skip_reason": "not found"}]},
            "1 of 1 packages, as: not found",
        ),
        ("read_npm", {"message": "405 Method Not Allowed", "error": {}}, "405 Method Not Allowed"),
    ],
)
def test_what_could_not_be_asked_is_not_called_sound(read: str, said: dict[str, Any], why: str) -> None:
    """A mirror without advisories answers with nothing found; that is no answer."""
    answer = getattr(audit, read)(json.dumps(said))
    assert (answer.found, answer.unasked) == ((), why)
    assert audit.judge({"an audit": answer}, [], TODAY) == ([f"an audit: not audited: {why}"], [])


def test_tool_that_gives_no_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tool, no network, an answer cut off: the reason, and no failure."""
    monkeypatch.setitem(audit.COMMANDS, "pip-audit", ["false"])
    assert audit.ask("pip-audit").unasked.startswith("JSONDecodeError")
    monkeypatch.setitem(audit.COMMANDS, "pip-audit", ["no-such-tool-anywhere"])
    assert audit.ask("pip-audit").unasked.startswith("FileNotFoundError")


@pytest.mark.parametrize(
    ("answer", "waivers", "days", "fault"),
    [
        (FOUND, [], 0, "an audit: GHSA-1 in left 1.0 (fixed in 1.1): update it, or waive it"),
        (FOUND, [WAIVER], 0, None),
        (FOUND, [WAIVER], 1, "an audit: GHSA-1 in left 1.0"),
        (audit.Answer(), [WAIVER], 0, "GHSA-1: nothing is found under it any more"),
        (audit.Answer(unasked="no network"), [WAIVER], 0, None),
    ],
    ids=["found", "waived", "waived too long ago", "waived for nothing", "not asked"],
)
def test_finding_fails_unless_it_is_waived_by_id_until_a_day(
    answer: Any, waivers: list[dict[str, Any]], days: int, fault: str | None
) -> None:
    """A waiver ends by itself, and doesn't outlive what it is for."""
    _notes, faults = audit.judge({"an audit": answer}, waivers, TODAY + datetime.timedelta(days))
    assert len(faults) == (fault is not None)
    assert fault is None or fault in faults[0]


@pytest.mark.slow
def test_list_of_materials_names_pyodide_and_every_wheel_that_readers_are_given(tmp_path: Path) -> None:
    """By name and version, as vendored into the site; our own grader is part of the project itself."""
    target = tmp_path / "python.json"
    options = ["--no-validate", "--pyproject", "pyproject.toml", "--of", "JSON", "-o", str(target), sys.prefix]
    subprocess.run(["cyclonedx-py", "environment", *options], cwd=ROOT, check=True, capture_output=True)
    listed = {_canonical(each) for each in json.loads(target.read_text(encoding="utf-8"))["components"]}
    wheels = {tuple(path.name.split("-")[:2]) for path in (ROOT / "src/prepbook/static/wheels").glob("*/*.whl")}
    assert {wheel for wheel in wheels if wheel[0] != "prepbook_grader"} <= listed
    npm = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    said = subprocess.run(npm, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = {each["name"] for each in json.loads(said)["components"]}
    assert {"pyodide", "ts-fsrs", "idb", "@codemirror/view"} <= names


def _canonical(component: dict[str, str]) -> tuple[str, str]:
    return component["name"].lower().replace("-", "_"), component.get("version", "")
