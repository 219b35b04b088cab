"""A small book with a small simulation: a tank to keep between two levels, and nothing of incidents."""

from pathlib import Path

from tests.generator.bookmaker import FILES, build_book, write_book

CHECK = """
kind: simulation
title: Keep the tank
pillar: basics
minutes: 5
horizon: 6
step: 2
seed: 3
levers:
  - {id: tap, kind: slider, label: Tap, help: What flows in., unit: l/min, min: 0, max: 4, default: 0}
  - id: kick
    kind: select
    label: Kick
    help: Spills 5 litres, once.
    default: "no"
    once: true
    options: [{value: "no", label: Leave it}, {value: "yes", label: Kick it}]
goals:
  - {id: level, label: Level, says: Keep **5** litres at the end., shown: "{value} l", at_least: 5}
  - {id: spilt, label: Spilt, says: Spill at most 4 litres., shown: "{value} l", at_most: 4, fatal: true}
endings:
  - {id: full, title: Enough water, text: There is enough.}
  - {id: wet, title: Wet feet, text: Too much was spilt., missed: [spilt]}
  - {id: dry, title: Dry, text: The tank ran dry., missed: [level]}
evidence:
  - {minute: 0, source: Neighbour, text: It drips.}
  - {minute: 4, source: Plumber, text: On my way.}
charts:
  - {id: level, title: Water in litres, lines: {level: Level}, limit: {value: 5, label: Enough}}
plays:
  - {id: nothing, title: Nobody does anything, text: It drips away., ending: dry}
  - {id: turned, title: Tap on, text: Enough flows in., ending: full, reference: true, moves: {0: {tap: 2}}}
  - {id: kicked, title: A kick, text: That spills., ending: wet, moves: {2: {tap: 2, kick: "yes"}}}
debrief: Water flows.
"""

MODEL = """
from random import Random


def play(moves, seed):
    chance, level, spilt, levels = Random(seed), 8.0, 0, []
    for move in moves:
        spilt += 5 if move["kick"] == "yes" else 0
        level -= 5 if move["kick"] == "yes" else 0
        for _ in range(2):
            level = max(0.0, level + move["tap"] - 1.5 - chance.random() / 10)
            levels.append(level)
    return {"outcomes": {"level": level, "spilt": spilt}, "series": {"level": levels}}
"""

PAGE = """
# A tank

``` check
tank
```
"""

TANK: dict[str, str | None] = {
    **dict.fromkeys(name for name in FILES if name.startswith(("snippets/", "checks/"))),
    "docs/index.md": PAGE,
    "docs/claims.yml": FILES["docs/claims.yml"],
    "mkdocs.yml": FILES["mkdocs.yml"].replace(
        "basics: The basics}", "basics: The basics}\n      every_claim_is_cited: false"
    ),
    "checks/basics/tank/check.yml": CHECK,
    "checks/basics/tank/prompt.md": "Keep water in the tank.\n",
    "checks/basics/tank/model.py": MODEL,
}


def write_tank(root: Path, **changed: str | None) -> Path:
    """Write the small book below `root`, with some files changed by path."""
    return write_book(root, **{**TANK, **changed})


def build_tank(root: Path) -> Path:
    """Write and build the book below `root`. Returns the site's folder."""
    return build_book(write_tank(root))
