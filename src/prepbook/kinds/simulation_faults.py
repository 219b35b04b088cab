"""What running a simulation's plays can show to be wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from prepbook.errors import Finding
from prepbook.kinds.simulation_spec import SimulationSpec

Results = Mapping[str, Mapping[str, Any]]  # what each run came to: "play ID", "again", "half", "lever ID VALUE"


def faults_of_plays(spec: SimulationSpec, folder: str, results: Results) -> Iterator[Finding]:
    """Yield a finding for everything that the plays should prove and don't."""
    plays = {play.id: results[f"play {play.id}"] for play in spec.plays}
    yield from _endings(spec, folder, plays)
    yield from _goals(spec, folder, plays)
    yield from _stability(spec, folder, results)
    yield from _levers(spec, folder, results)


def _endings(spec: SimulationSpec, folder: str, plays: Results) -> Iterator[Finding]:
    file = f"{folder}/check.yml"
    good = next(ending.id for ending in spec.endings if not ending.missed)
    for play in spec.plays:
        ending, missed = plays[play.id]["ending"], plays[play.id]["missed"]
        found = f'"{ending}"' + (f" (missed: {', '.join(missed)})" if missed else "")
        if ending != play.ending:
            do = "Correct the play, the model, or what the play is said to end in."
            yield Finding(file, f"plays.{play.id}.ending", f'"{play.ending}"', found, do)
        elif play.reference and ending != good:
            do = "Find a play that meets every goal, or loosen a goal."
            yield Finding(file, f"plays.{play.id}", "a reference that meets every goal", found, do)
    reached = {result["ending"] for result in plays.values()}
    for ending in spec.endings:
        if ending.id not in reached:
            do = "Add a play that ends so, or remove the ending."
            yield Finding(file, f"endings.{ending.id}", "a play that reaches it", "none", do)


def _goals(spec: SimulationSpec, folder: str, plays: Results) -> Iterator[Finding]:
    for goal in spec.goals:
        if not any(goal.id in result["missed"] for result in plays.values()):
            do = "Add a play that misses it, or tighten the goal: one that nobody can miss teaches nothing."
            yield Finding(f"{folder}/check.yml", f"goals.{goal.id}", "a play that misses it", "none", do)


def _stability(spec: SimulationSpec, folder: str, results: Results) -> Iterator[Finding]:
    file = f"{folder}/model.py"
    default = results[f"play {spec.default_play.id}"]
    if results["again"] != default:
        do = "Draw every number from random.Random(seed), and depend on no clock and no order of a set."
        yield Finding(file, "play()", "two runs of the default play to agree", "two results", do)
    half, whole = results["half"]["series"], results[f"play {spec.reference.id}"]["series"]
    for name, values in half.items():
        if values != whole[name][: len(values)]:
            do = "Let no value depend on a later move: readers go on from what they have seen."
            yield Finding(file, f"series.{name}", "a longer game to begin like the shorter one", "other values", do)


def _levers(spec: SimulationSpec, folder: str, results: Results) -> Iterator[Finding]:
    untouched = results[f"play {spec.default_play.id}"]
    for lever in spec.levers:
        moved = [results[f"lever {lever.id} {value}"] for value in lever.extremes]
        if all(result[part] == untouched[part] for result in moved for part in ("outcomes", "series")):
            do = "Let the model read it, or remove it."
            yield Finding(f"{folder}/check.yml", f"levers.{lever.id}", "a lever that changes something", "none", do)
