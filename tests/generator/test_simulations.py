"""A simulation that doesn't hold is reported with its place and what to do."""

from pathlib import Path

import pytest

from tests.generator.bookmaker import build_book, report_of
from tests.site.gamebook import CHECK, MODEL, write_tank

SPEC, PROGRAM = "checks/basics/tank/check.yml", "checks/basics/tank/model.py"

# what is wrong: (file, old, new, the finding's place, words of it)
FAULTS = {
    "wrong ending": (
        SPEC,
        "ending: wet,",
        "ending: dry,",
        "plays.kicked.ending",
        ['expected "dry"', 'found "wet"', "Correct the play, the model, or what the play is said to end in."],
    ),
    "unreached ending": (
        SPEC,
        "evidence:",
        "  - {id: never, title: Never, text: Never., missed: [spilt]}\nevidence:",
        "endings.never",
        ["a play that reaches it"],
    ),
    "goal nobody misses": (SPEC, "at_least: 5", "at_least: 0", "goals.level", ["a play that misses it"]),
    "weak reference": (SPEC, "moves: {0: {tap: 2}}", "moves: {4: {tap: 1}}", "plays.turned.ending", ['found "dry"']),
    "reference that misses a goal": (
        SPEC,
        "ending: dry}\n  - {id: turned, title: Tap on, text: Enough flows in., ending: full, reference: true,",
        "ending: dry, reference: true}\n  - {id: turned, title: Tap on, text: Enough flows in., ending: full,",
        "plays.nothing",
        ["a reference that meets every goal"],
    ),
    "goal that no ending is for": (
        SPEC,
        "missed: [spilt]",
        "missed: [level]",
        "goals.spilt",
        ["an ending for whoever misses it", "Name it in the ending's missed: list."],
    ),
    "unknown ending": (SPEC, "ending: wet,", "ending: wett,", "plays.kicked.ending", ["the id of an ending", '"wet"?']),
    "dead lever": (
        PROGRAM,
        'move["tap"]',
        "2 * (len(levels) > 9)",
        "check.yml: levers.tap",
        ["a lever that changes something"],
    ),
    "chance without seed": (
        PROGRAM,
        "Random(seed)",
        "Random()",
        "model.py: play()",
        ["two runs of the default play to agree", "Random(seed)"],
    ),
    "looks ahead": (
        PROGRAM,
        "8.0, 0, []",
        "8.0 + len(moves), 0, []",
        "model.py: series.level",
        ["a longer game to begin like the shorter one"],
    ),
    "model that fails": (
        PROGRAM,
        "spilt += 5",
        "spilt += 5 / 0",
        "model.py: play kicked",
        ["to run to its end", "ZeroDivisionError"],
    ),
    "model without a series": (PROGRAM, '{"level": levels}', "{}", "model.py: play nothing", ["series with level"]),
    "unknown lever": (
        SPEC,
        "moves: {0: {tap: 2}}",
        "moves: {0: {top: 2}}",
        "moves.0",
        ["the id of a lever", 'Did you mean "tap"?'],
    ),
    "impossible setting": (
        SPEC,
        "moves: {0: {tap: 2}}",
        "moves: {0: {tap: 9}}",
        "moves.0.tap",
        ["from 0 to 4", "Correct the setting."],
    ),
    "move between steps": (SPEC, "moves: {0: {tap: 2}}", "moves: {1: {tap: 2}}", "moves.1", ["a multiple of 2"]),
    "late evidence": (SPEC, "minute: 4, source", "minute: 9, source", "evidence.minute", ["less than 6"]),
    "unknown goal": (
        SPEC,
        "missed: [level]",
        "missed: [levle]",
        "endings.dry.missed",
        ["ids of goals", 'Did you mean "level"?'],
    ),
    "two bounds": (SPEC, "at_least: 5}", "at_least: 5, at_most: 6}", "goals.0", ["either at_most or at_least"]),
    "no reference": (SPEC, ", reference: true", "", "file", ["one play with reference: true"]),
    "uneven horizon": (SPEC, "horizon: 6", "horizon: 5", "file", ["multiple of step"]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_found_with_its_place(fault: str, tmp_path: Path) -> None:
    """The report names the file, the field, what was expected, and what to do."""
    file, old, new, place, words = FAULTS[fault]
    text = CHECK if file == SPEC else MODEL
    assert text.count(old) == 1
    report = report_of(write_tank(tmp_path, **{file: text.replace(old, new)}))
    for word in (place, *words):
        assert word in report


def test_page_without_scripts_shows_levers_evidence_and_the_default_play(tmp_path: Path) -> None:
    """The table of levers, the goals, the timeline, the chart with its words, and its numbers stand in the page."""
    page = (build_book(write_tank(tmp_path)) / "index.html").read_text(encoding="utf-8")
    for text in (
        'data-lever="tap"',
        "<strong>0 l/min</strong>",
        "Keep <strong>5</strong> litres",
        "Minute 4",
        "Nobody does anything: Dry",
        'src="data:image/svg+xml',
        'alt="Water in litres. Level: from 6.4',
        '<tr><th scope="row">6</th>',
    ):
        assert text in page
    assert "Tap on" not in page  # the reference play is not given away
