"""The chart of a code check whose subject is a trade-off: after Check, the answer's curves beside the solution's."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from prepbook import curves, plot
from prepbook.errors import Finding
from prepbook.kinds.base import Fields, Grader, Report, Request, Text
from prepbook.words import for_programs

PROGRAM = Path(curves.__file__).read_text(encoding="utf-8")
PLOT = Path(plot.__file__).read_text(encoding="utf-8")
FILE = "chart.py"


class ChartSpec(Fields):
    """The field `chart` of check.yml; what is drawn is for chart.py to say."""

    title: Text
    """The heading over the chart."""
    description: Text
    """What is to be seen, in words, for whoever doesn't see the chart."""
    x: Text
    """The label of the horizontal axis, with its unit."""
    y: Text
    """The label of the vertical axis, with its unit."""
    kind: Literal["line", "dots"] = "line"
    """Whether points are joined."""


@dataclass(frozen=True)
class Chart:
    """A chart: what check.yml says of it, and the program that asks an answer for its curves."""

    spec: ChartSpec
    source: str

    def request(self, answer: str, files: Mapping[str, Any]) -> Request:
        """Return the grader's request that draws an answer's curves alone."""
        asked = {**self.spec.model_dump(), "reference": None, "words": {}}
        own = {"answer.py": answer, FILE: self.source, "plot.py": PLOT, "chart.json": json.dumps(asked)}
        return {"source": PROGRAM, "filename": "curves.py", "files": {**files, **own}, "seed": 1, **for_programs()}

    def payload(self, drawn: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the page's script needs to draw another answer's curves beside the solution's."""
        programs = {"program": PROGRAM, "plot": PLOT, "source": self.source}
        return {**self.spec.model_dump(), **programs, "reference": drawn.get("curves", {})}


def load_chart(folder: Path, name: str, spec: ChartSpec | None) -> tuple[Chart | None, list[Finding]]:
    """Read chart.py, which belongs to the field `chart`; `name` is how findings call the folder."""
    file = folder / FILE
    if spec and file.exists():
        return Chart(spec, file.read_text(encoding="utf-8")), []
    if spec:
        do = f"Write {name}/{FILE} with curves(answer), or take chart out of check.yml."
        return None, [Finding(name, FILE, "the file that the field chart of check.yml announces", "none", do)]
    if file.exists():
        do = f"Describe the chart there, or delete {FILE}."
        return None, [Finding(f"{name}/check.yml", "chart", f"title, description, x and y for {FILE}", "none", do)]
    return None, []


def examine_chart(chart: Chart, folder: str, request: Request, grader: Grader) -> tuple[Report, list[Finding]]:
    """Draw the solution's curves. Returns them with their picture, and what is wrong with them."""
    report = grader.run([request])[0]
    drawn = {} if report["error"] else json.loads(_printed(report))
    return drawn, [
        Finding(f"{folder}/{FILE}", "curves", expected, found, do) for expected, found, do in _faults(report, drawn)
    ]


def _faults(report: Report, drawn: Report) -> Iterator[tuple[str, str, str]]:
    if error := report["error"]:
        found = f"{error['type']}: {error['message']}".rstrip(".")
        yield "to run to its end with the solution", found, f"Mend {FILE}, or the solution."
    elif fault := drawn["fault"]:
        yield fault["expected"], fault["found"], "Correct what curves() returns."
    for name, points in drawn.get("curves", {}).items():
        if undrawn := [number for number, (_, y) in enumerate(points) if y is None]:
            found = f"nothing that can be drawn in “{name}”[{undrawn[0]}]"
            yield "finite numbers from the solution", found, "Choose other points, or mend the solution."


def _printed(report: Report) -> str:
    """Return the last line: what the answer printed while it was imported stands before it, if anything does."""
    text = "".join(event["text"] for event in report["events"] if event["stream"] == "stdout")
    return text.rstrip("\n").rpartition("\n")[2]
