"""What the book's placements promise, tried on every combination of answers."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from prepbook.kinds.base import Proof
from prepbook.kinds.placement import SILENT, PlacementCheck, payload
from prepbook.kinds.placement_faults import Walk
from tests.book import ROOT, the_book

SCRIPT = Path(__file__).parent / "placements.mjs"
PLACEMENTS = [check for check in the_book().checks.values() if isinstance(check, PlacementCheck)]
each = pytest.mark.parametrize("check", PLACEMENTS, ids=lambda check: check.id)


@each
def test_page_and_build_place_every_combination_alike(check: PlacementCheck) -> None:
    """The rule is written twice, in Python for the proof and in JavaScript for the reader: they can't part."""
    sent = json.dumps(payload(check, Proof(), str))
    done = subprocess.run(["node", str(SCRIPT)], input=sent, capture_output=True, text=True, check=True)
    walk = Walk(check.spec)
    built = [[level.id if level else SILENT for level in row] for row in walk.placed.values()]
    assert len(built) == walk.size
    assert json.loads(done.stdout) == built


@each
def test_text_of_a_placement_names_no_verdict(check: PlacementCheck) -> None:
    """No text of the check tells readers what their level is."""
    assert not re.search(r"\b(your|you have the) level is\b", (ROOT / check.folder / "check.yml").read_text("utf-8"))


def test_example_of_the_level_finder_is_placed_as_its_solution_says() -> None:
    """The sums in words are true: the example, the example without the talk, and with somebody else at the logs."""
    check = the_book().checks["level-finder"]
    assert isinstance(check, PlacementCheck)
    example = {"owns": "line", "people": "mentor", "proof": "result", "research": "define", "hands": "self"}

    def named(**answers: str) -> list[str | None]:
        levels = [document.place({**example, "outside": "talk", **answers}) for document in check.spec.documents]
        return [level.name if level else None for level in levels]

    assert named() == ["Senior PM", "PM2 or PM3", "Senior PM", "L4", None]
    assert named(outside="inside") == ["Senior PM", "PM2 or PM3", "PM", "L4", None]
    assert named(hands="asks") == ["Senior PM", None, "Senior PM", "L4", None]


def test_level_finder_hints_are_true_of_its_documents() -> None:
    """Three of the five documents never ask what one owns; one describes no level."""
    documents = the_book().checks["level-finder"].spec.documents
    asking = [document.id for document in documents if any("owns" in level.asks for level in document.levels)]
    assert asking == ["ladder", "path"]
    assert [document.id for document in documents if not document.levels] == ["pay"]
    assert len(documents) == 5
