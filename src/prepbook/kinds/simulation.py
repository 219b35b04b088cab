"""The simulation: a model with levers that the reader plays step by step, goals, and a debrief against other plays."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib import metadata
from pathlib import Path
from typing import Any

from prepbook import stage
from prepbook.book import Check
from prepbook.errors import Finding, suggestion
from prepbook.kinds.base import Grader, Kind, Proof, Report, Request, ToHtml, inline
from prepbook.kinds.simulation_faults import faults_of_plays
from prepbook.kinds.simulation_spec import Play, Settings, SimulationSpec
from prepbook.words import for_programs, gettext, number

STAGE = Path(stage.__file__).read_text(encoding="utf-8")


@dataclass(frozen=True)
class SimulationCheck(Check):
    """A simulation with its model."""

    spec: SimulationSpec
    model: str = ""

    def request(self, moves: list[Settings], *, draws: bool = False, run: int = 0) -> Request:
        """Return the grader's request that plays a list of moves; `run` tells repetitions of one request apart."""
        game = {
            **self.rules,
            "moves": moves,
            "seed": self.spec.seed,
            "draws": draws,
            "compare": None,
            "words": _words(),
        }
        # Reports are remembered by their request: another version of what draws is another request.
        stamp = {"run": run, "leather": metadata.version("leather")}
        files = {"model.py": self.model, "game.json": json.dumps({**game, **stamp})}
        return {"source": STAGE, "filename": "stage.py", "files": files, **for_programs()}

    @property
    def rules(self) -> dict[str, Any]:
        """What the stage needs to know of every game."""
        spec = self.spec
        return {
            "step": spec.step,
            "horizon": spec.horizon,
            "goals": [goal.model_dump() for goal in spec.goals],
            "endings": [{"id": ending.id, "missed": ending.missed} for ending in spec.endings],
            "charts": [chart.model_dump() for chart in spec.charts],
        }


def _words() -> dict[str, str]:
    """Return what stands in the charts of the built page; a live page says the same in its own words."""
    line = gettext("{label}: from {first} to {last}, highest {highest} in minute {minute}.")
    return {"minute": gettext("Minute"), "line": line}


# ------------------------------------------------------------------ load


def load(folder: Path, name: str, spec: SimulationSpec) -> tuple[SimulationCheck, list[Finding]]:
    """Read the prompt and the model; `name` is how findings call the folder."""
    findings = _unknown_names(spec, f"{name}/check.yml")
    texts = {}
    for part in ("prompt.md", "model.py"):
        file = folder / part
        texts[part] = file.read_text(encoding="utf-8") if file.exists() else ""
        if not file.exists():
            findings.append(Finding(name, part, "the file", "none", f"Write {name}/{part}."))
    return SimulationCheck(folder.name, name, spec, texts["prompt.md"], texts["model.py"]), findings


def _unknown_names(spec: SimulationSpec, file: str) -> list[Finding]:
    findings = []
    goals, endings = [goal.id for goal in spec.goals], [ending.id for ending in spec.endings]
    for ending in spec.endings:
        for goal in set(ending.missed) - set(goals):
            do = suggestion(goal, goals, "Add the goal.")
            findings.append(Finding(file, f"endings.{ending.id}.missed", "ids of goals", f'"{goal}"', do))
    for goal in sorted(set(goals) - {goal for ending in spec.endings for goal in ending.missed}):
        do = "Name it in the ending's missed: list."
        findings.append(Finding(file, f"goals.{goal}", "an ending for whoever misses it", "none", do))
    for evidence in spec.evidence:
        if evidence.minute >= spec.horizon:
            found, do = str(evidence.minute), "Let it arrive earlier."
            findings.append(Finding(file, "evidence.minute", f"less than {spec.horizon}", found, do))
    for play in spec.plays:
        if play.ending not in endings:
            do = suggestion(play.ending, endings, "Add the ending.")
            findings.append(Finding(file, f"plays.{play.id}.ending", "the id of an ending", f'"{play.ending}"', do))
        findings += _unknown_settings(spec, play, file)
    return findings


def _unknown_settings(spec: SimulationSpec, play: Play, file: str) -> list[Finding]:
    findings = []
    levers = {lever.id: lever for lever in spec.levers}
    for minute, settings in play.moves.items():
        place = f"plays.{play.id}.moves.{minute}"
        if minute % spec.step or not 0 <= minute < spec.horizon:
            expected = f"a multiple of {spec.step} below {spec.horizon}"
            findings.append(Finding(file, place, expected, str(minute), "Move it to the start of a step."))
        for name, value in settings.items():
            lever = levers.get(name)
            if lever is None:
                do = suggestion(name, levers, "Add the lever.")
                findings.append(Finding(file, place, "the id of a lever", f'"{name}"', do))
            elif not lever.allows(value):
                findings.append(Finding(file, f"{place}.{name}", lever.range, repr(value), "Correct the setting."))
    return findings


# --------------------------------------------------------------- examine


def examine(check: SimulationCheck, grader: Grader) -> tuple[Proof, list[Finding]]:
    """Run every play. Returns what the plays came to and what is wrong."""
    spec = check.spec
    plays = {play.id: spec.moves(play.moves) for play in spec.plays}
    shown = {spec.default_play.id, spec.reference.id}
    requests = {
        **{f"play {id}": check.request(moves, draws=id in shown) for id, moves in plays.items()},
        "again": check.request(plays[spec.default_play.id], draws=True, run=1),
        "half": check.request(plays[spec.reference.id][: max(1, spec.horizon // spec.step // 2)]),
        **{
            f"lever {lever.id} {value}": check.request(spec.moves({minute: {lever.id: value} for minute in spec.steps}))
            for lever in spec.levers
            for value in lever.extremes
        },
    }
    reports = dict(zip(requests, grader.run(list(requests.values())), strict=True))
    failed = [_failure(check, name, report) for name, report in reports.items() if report["error"]]
    if failed:
        return Proof(), failed[:1]  # the others fail for the same reason
    results = {name: json.loads(_printed(report)) for name, report in reports.items()}
    proof = Proof(plays={id: results[f"play {id}"] for id in plays})
    return proof, list(faults_of_plays(spec, check.folder, results))


def _printed(report: Report) -> str:
    """Return the last line a program printed: the stage's."""
    text = "".join(event["text"] for event in report["events"] if event["stream"] == "stdout")
    return text.rstrip("\n").rpartition("\n")[2]


def _failure(check: SimulationCheck, name: str, report: Report) -> Finding:
    error = report["error"]
    found = f"{error['type']}: {error['message']}".rstrip(".")
    return Finding(f"{check.folder}/model.py", name, "to run to its end", found, "Mend the model, or check.yml.")


# ------------------------------------------------------- view and payload


def view(check: SimulationCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what a page shows without scripts: everything but the plays that give the answer away."""
    spec = check.spec
    return {
        "prompt": md(check.prompt),
        "levers": [
            {
                "id": lever.id,
                "label": escape(lever.label),
                "help": inline(md(lever.help)),
                "setting": escape(lever.say(lever.default)),
                "range": escape(lever.said_range),
            }
            for lever in spec.levers
        ],
        "goals": [{"id": goal.id, "says": inline(md(goal.says))} for goal in spec.goals],
        "evidence": [
            {"minute": item.minute, "source": escape(item.source), "text": md(item.text)} for item in spec.evidence
        ],
        "default": result_of(check, proof, spec.default_play, md),
        "game": {
            **check.rules,
            "seed": spec.seed,
            "minutes": spec.minutes,
            "levers": [lever.model_dump() for lever in spec.levers],
        },
    }


def payload(check: SimulationCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return what the page's script needs to play, and what the debrief compares with."""
    spec = check.spec
    return {
        "id": check.id,
        "program": STAGE,
        "model": check.model,
        "plays": [result_of(check, proof, play, md) for play in spec.plays],
        "endings": {
            ending.id: {"title": escape(ending.title), "html": md(ending.text), "good": not ending.missed}
            for ending in spec.endings
        },
        "debrief": md(spec.debrief),
    }


def result_of(check: SimulationCheck, proof: Proof, play: Play, md: ToHtml) -> dict[str, Any]:
    """Return a play with what it came to: its moves and outcomes in words, its charts and numbers where drawn."""
    spec = check.spec
    result = proof.plays[play.id]
    says = {lever.id: lever for lever in spec.levers}
    return {
        "id": play.id,
        "title": escape(play.title),
        "html": md(play.text),
        "reference": play.reference,
        "ending": escape(next(ending.title for ending in spec.endings if ending.id == result["ending"])),
        "moves": [
            {
                "minute": minute,
                "settings": [
                    escape(gettext("{lever}: {setting}", lever=says[name].label, setting=says[name].say(value)))
                    for name, value in changes.items()
                ],
            }
            for minute, changes in sorted(play.moves.items())
        ],
        "outcomes": [
            {
                "label": escape(goal.label),
                "value": escape(goal.say(result["outcomes"][goal.id])),
                "met": goal.id not in result["missed"],
            }
            for goal in spec.goals
        ],
        "minutes": result["minutes"],
        "series": result["series"] if result["charts"] else {},
        "charts": [
            {**chart, "alt": escape(chart["alt"]), "title": escape(spec_of.title)}
            for chart, spec_of in zip(result["charts"], spec.charts, strict=False)
        ],
        "numbers": numbers(spec, result["series"]) if result["charts"] else None,
    }


def numbers(spec: SimulationSpec, series: Mapping[str, list[float | None]]) -> dict[str, Any]:
    """Return the charts' values as a table: a column for each line, a row for each minute."""
    names = {name: label for chart in spec.charts for name, label in chart.lines.items()}
    rows = zip(*(series[name] for name in names), strict=True)
    shown = [["–" if value is None else number(f"{value:.4g}") for value in row] for row in rows]
    return {"head": [escape(label) for label in names.values()], "rows": shown}


def cites(check: SimulationCheck) -> list[str]:
    """Return the texts in which a simulation may cite claims."""
    spec = check.spec
    texts = [*spec.levers, *spec.goals, *spec.endings, *spec.evidence, *spec.plays]
    said = [text for part in texts for name in ("help", "says", "text") if (text := getattr(part, name, None))]
    return [check.prompt, spec.debrief, *said]


KIND = Kind("simulation", SimulationSpec, load, examine, view, payload, cites)
