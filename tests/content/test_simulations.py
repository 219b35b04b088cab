"""Every simulation of the book: its plays prove it, and its model's own tests pass."""

from pathlib import Path

import pytest

from prepbook.execute import Executor
from prepbook.kinds.simulation import SimulationCheck, examine
from tests.book import BOOKS, ROOT, checks_of, executor

SIMULATIONS = checks_of(SimulationCheck)
REPORTS = ROOT / ".cache" / "prepbook" / "reports"


@pytest.mark.parametrize("check", SIMULATIONS, ids=lambda check: check.id)
def test_simulation_has_nothing_wrong_with_it(check: SimulationCheck) -> None:
    """Plays end as declared, each ending is reached, each goal missed by one, each lever used; two runs agree."""
    proof, findings = examine(check, executor())
    assert findings == []
    assert set(proof.plays) == {play.id for play in check.spec.plays}
    assert {result["ending"] for result in proof.plays.values()} == {ending.id for ending in check.spec.endings}


@pytest.mark.parametrize("check", SIMULATIONS, ids=lambda check: check.id)
def test_model_passes_its_tests(check: SimulationCheck) -> None:
    """Conservation, theory and chance, as the author's tests beside the model put them."""
    files = [file for book in BOOKS for file in (book / check.folder).glob("test_*.py")]
    tests = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert tests
    request = {"answer": "", "files": {"model.py": check.model}, "tests": tests}
    report = Executor(REPORTS, time_limit_s=160).judge([request])[0]
    assert report["error"] is None
    assert {test["id"]: test["message"] for test in report["tests"] if test["outcome"] != "passed"} == {}
    assert len(report["tests"]) >= 20


@pytest.mark.parametrize("check", SIMULATIONS, ids=lambda check: check.id)
def test_default_play_is_the_same_afresh(check: SimulationCheck, tmp_path: Path) -> None:
    """Two runs that know nothing of each other agree on every number and every stroke."""
    moves = check.spec.moves(check.spec.default_play.moves)
    first, second = (Executor(tmp_path / run).run([check.request(moves, draws=True)])[0] for run in ("first", "second"))
    assert first["error"] is None
    assert first["events"] == second["events"]
