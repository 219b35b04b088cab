"""The program behind the chart after Check: asks chart.py for the curves of an answer, and has them drawn.

A program of its own, as stage.py is: the build runs it in a grader process, a reader's page in the sandbox. It finds
answer.py, chart.py, plot.py and chart.json in its folder and prints one line of JSON.
"""

import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from prepbook_grader.values import show
from prepbook_grader.words import gettext

MOST_CURVES, MOST_POINTS = 2, 60
MOST = 1e15  # a value as large leaves no room in a chart for any other

Point = tuple[float, float | None]  # None: nothing that can be drawn
Curves = dict[str, list[Point]]


class FaultError(Exception):
    """What curves() returned can't be drawn."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected, found)
        self.expected, self.found = expected, found


def perform(chart: Mapping[str, Any]) -> dict[str, Any]:
    """Return the curves of the answer, and their picture beside the reference; or else the fault they have."""
    try:
        with redirect_stdout(StringIO()):  # the last line printed is ours
            curves = read(_curves()(importlib.import_module("answer")))
    except FaultError as fault:
        return {"fault": {"expected": fault.expected, "found": fault.found}, "curves": {}, "svg": ""}
    svg = importlib.import_module("plot").picture(chart, curves)
    return {"fault": None, "curves": curves, "svg": svg}


def _curves() -> Callable[[Any], Any]:
    function = getattr(importlib.import_module("chart"), "curves", None)
    if not callable(function):
        raise FaultError(gettext("a function curves(answer)"), gettext("none"))
    named: Callable[[Any], Any] = function
    return named


def read(given: Any) -> Curves:
    """Return what curves() gave as plain numbers. Raises FaultError for another shape."""
    if not isinstance(given, Mapping) or not 1 <= len(given) <= MOST_CURVES:
        raise FaultError(gettext("one or two curves by name"), _found(given, Mapping))
    return {str(name): _points(str(name), points) for name, points in given.items()}


def _found(given: Any, kind: Any) -> str:
    return gettext("{count} of them", count=len(given)) if isinstance(given, kind) else show(given, 60)


def _points(name: str, given: Any) -> list[Point]:
    if not isinstance(given, Sequence) or isinstance(given, str) or not 1 <= len(given) <= MOST_POINTS:
        raise FaultError(
            gettext("1 to {most} points in “{name}”", most=MOST_POINTS, name=name), _found(given, Sequence)
        )
    return [_point(f"“{name}”[{number}]", point) for number, point in enumerate(given)]


def _point(place: str, given: Any) -> Point:
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) != 2:
        raise FaultError(gettext("{place} to be a pair (x, y)", place=place), show(given, 60))
    x, y = (_number(place, value) for value in given)
    if x is None:
        raise FaultError(gettext("{place} to have a finite x", place=place), show(given[0], 60))
    return x, y


def _number(place: str, value: Any) -> float | None:
    if not hasattr(type(value), "__float__"):
        raise FaultError(gettext("{place} to be two numbers", place=place), show(value, 60))
    try:
        real = float(value)
    except OverflowError:
        return None
    return real if abs(real) < MOST else None  # false for NaN


if __name__ == "__main__":
    print(json.dumps(perform(json.loads(Path("chart.json").read_text(encoding="utf-8")))))
