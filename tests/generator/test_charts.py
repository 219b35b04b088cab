"""A chart after Check: what stops the build, and what is drawn."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from prepbook import plot
from tests.generator.bookmaker import CHECK, build_book, report_of
from tests.site.chartbook import CHART, DOUBLE, PROGRAM, write_chartbook

SPEC, FILE = f"{DOUBLE}/check.yml", f"{DOUBLE}/chart.py"


def returning(curves: str) -> dict[str, str | None]:
    """Return the chart.py whose curves() returns this expression."""
    return {FILE: f"def curves(answer):\n    return {curves}\n"}


CORRECT = "Correct what curves() returns."

# what is wrong: (files changed in the small book, the finding)
FAULTS: dict[str, tuple[dict[str, str | None], str]] = {
    "chart without chart.py": (
        {FILE: None},
        f"{DOUBLE}: chart.py: expected the file that the field chart of check.yml announces, found none. "
        f"Write {FILE} with curves(answer), or take chart out of check.yml.",
    ),
    "chart.py without chart": (
        {SPEC: CHECK},
        f"{SPEC}: chart: expected title, description, x and y for chart.py, found none. "
        "Describe the chart there, or delete chart.py.",
    ),
    "chart.py that fails": (
        returning("[answer.double(1) / 0]"),
        f"{FILE}: curves: expected to run to its end with the solution, found ZeroDivisionError: division by zero. "
        "Mend chart.py, or the solution.",
    ),
    "no curves()": (
        {FILE: "def curve(answer):\n    return {}\n"},
        f"{FILE}: curves: expected a function curves(answer), found none. {CORRECT}",
    ),
    "nothing returned": (
        returning("None"),
        f"{FILE}: curves: expected one or two curves by name, found None. {CORRECT}",
    ),
    "no curve": (returning("{}"), f"{FILE}: curves: expected one or two curves by name, found 0 of them. {CORRECT}"),
    "three curves": (
        returning("dict.fromkeys('abc', [(0, 1)])"),
        f"{FILE}: curves: expected one or two curves by name, found 3 of them. {CORRECT}",
    ),
    "points without x": (
        returning("{'double': [1, 2]}"),
        f"{FILE}: curves: expected “double”[0] to be a pair (x, y), found 1. {CORRECT}",
    ),
    "a text for a number": (
        returning("{'double': [(0, '1')]}"),
        f"{FILE}: curves: expected “double”[0] to be two numbers, found '1'. {CORRECT}",
    ),
    "no points": (
        returning("{'double': []}"),
        f"{FILE}: curves: expected 1 to 60 points in “double”, found 0 of them. {CORRECT}",
    ),
    "too many points": (
        returning("{'double': [(x, x) for x in range(61)]}"),
        f"{FILE}: curves: expected 1 to 60 points in “double”, found 61 of them. {CORRECT}",
    ),
    "an endless x": (
        returning("{'double': [(float('inf'), 1)]}"),
        f"{FILE}: curves: expected “double”[0] to have a finite x, found inf. {CORRECT}",
    ),
    "not a number": (
        returning("{'double': [(0, 1), (1, float('nan'))]}"),
        f"{FILE}: curves: expected finite numbers from the solution, found nothing that can be drawn in “double”[1]. "
        "Choose other points, or mend the solution.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_chart_that_cannot_be_drawn_stops_the_build(fault: str, tmp_path: Path) -> None:
    """One finding: where it is, what was expected and found, what to do."""
    changed, expected = FAULTS[fault]
    assert report_of(write_chartbook(tmp_path / "book", **changed)) == f"prepbook has 1 finding:\n{expected}"


def test_chart_of_an_unknown_kind_is_told_with_its_line(tmp_path: Path) -> None:
    """The fields are validated as all of check.yml is."""
    report = report_of(write_chartbook(tmp_path / "book", **{SPEC: CHECK + CHART + "  kind: bars\n"}))
    assert f"{SPEC}:13: chart.kind: expected one of 'line' or 'dots', found 'bars'. Choose one of them." in report


def test_solution_that_fails_is_not_reported_twice(tmp_path: Path) -> None:
    """Its curves would only repeat what the tests say."""
    fails = {f"{DOUBLE}/solution.py": "def double(x):\n    return [][x]\n"}
    assert "chart.py" not in report_of(write_chartbook(tmp_path / "book", **fails))


def test_reference_travels_in_the_payload_and_not_on_the_page(tmp_path: Path) -> None:
    """Before the first Check the page gives nothing away; what draws it comes with the tests."""
    loud = {FILE: PROGRAM.replace("\n    return", "\n    print('{}')\n    return")}
    site = build_book(write_chartbook(tmp_path / "book", **loud))
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "data-chart hidden" in page
    assert "What doubling comes to" not in page
    payload = json.loads(next((site / "assets/prepbook/checks").glob("double-*.json")).read_text(encoding="utf-8"))
    assert payload["chart"]["reference"] == {"double": [[x, 2 * x] for x in range(10)]}


# ---------------------------------------------------------------- the picture

WORDS = {"own": "{curve}: mine", "reference": "{curve}: right"}
LINE = {"x": "Size in MB", "y": "Cost in cents", "kind": "line", "reference": None, "words": WORDS}


def drawn(points: list[tuple[float, float | None]], **chart: Any) -> str:
    """Return the picture of one curve."""
    return plot.picture({**LINE, **chart}, {"cost": points})


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0, 16, "0 5 10 15 20"),
        (0, 1, "0.0 0.2 0.4 0.6 0.8 1.0"),
        (0.5, 0.52, "0.500 0.505 0.510 0.515 0.520"),
        (-50_000, 62_000, "-50,000 0 50,000 100,000"),
        (3, 3_000_000, "0 1,000,000 2,000,000 3,000,000"),
        (0, 4e7, "0 1e+07 2e+07 3e+07 4e+07"),
        (0, 3e-6, "0 1e-06 2e-06 3e-06"),
    ],
)
def test_axis_has_round_values(low: float, high: float, shown: str) -> None:
    """At most six, with as many digits as they need to differ."""
    values = plot.ticks(*plot.widened([low, high], from_zero=True))
    assert " ".join(plot.tick_text(value, values) for value in values) == shown


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 1.0)],
        [(0.0, None)],
        [(0.0, 0.0), (1.0, 0.0)],
        [(5.0, 7.0), (5.0, 7.0)],
        [(1.0, 9e14), (2.0, -9e14)],
        [(1.0, 1e-300), (2.0, 2e-300)],
        [(1e9, 1e9), (1e9 + 1e-5, 1e9 + 1e-5)],
        [(0.0, None), (1.0, 2.0), (2.0, None), (3.0, 3.0), (4.0, 4.0)],
    ],
    ids=["one", "none", "level", "twice", "huge", "tiny", "hardly apart", "gaps"],
)
@pytest.mark.parametrize("kind", ["line", "dots"])
def test_whatever_an_answer_gives_stays_inside_the_picture(points: list[tuple[float, float | None]], kind: str) -> None:
    """Every place that is drawn is a finite one, between the sides."""
    svg = drawn(points, kind=kind, reference={"cost": [(0.0, 1.0), (4.0, 2.0)]})
    width, height = (float(value) for value in re.findall(r'viewBox="0 0 (\S+) (\S+)"', svg)[0])
    places = re.findall(r"[ML](\S+?) ([^\sHLhv\"]+)", svg) + re.findall(r'cx="(\S+)" cy="(\S+)"', svg)
    assert places
    assert [place for place in places if not (0 <= float(place[0]) <= width and 0 <= float(place[1]) <= height)] == []


def test_labels_of_long_numbers_keep_apart() -> None:
    """There are fewer of them."""
    svg = drawn([(0.0, 0.0), (5_000_000.0, 1.0)])
    assert re.findall(r">([\d,]+)</text>", svg)[-3:] == ["0", "2,000,000", "4,000,000"]


def test_reference_and_second_curve_are_told_apart_without_color() -> None:
    """The reference is dashed and below; a second curve has markers, on both."""
    two: Any = {"cost": [(0, 1), (1, 2)], "gain": [(0, 2), (1, 1)]}
    svg = plot.picture({**LINE, "reference": two}, two)
    assert re.findall(r'<g class="(\w+)"', svg)[-4:] == ["ref0", "ref1", "own0", "own1"]
    for tone, marks in {"ref0": 0, "ref1": 2, "own0": 0, "own1": 2}.items():
        curve = re.findall(rf'<g class="{tone}".*?</g>', svg)[-1]
        assert ("stroke-dasharray" in curve) is tone.startswith("ref")
        assert curve.count("<rect") == marks


def test_curves_are_paired_by_name() -> None:
    """Whatever order the reference's come in, a curve has the markers of its own reference."""
    own: Any = {"gain": [(0, 1), (1, 2)], "cost": [(0, 2), (1, 1)]}
    svg = plot.picture({**LINE, "reference": dict(sorted(own.items()))}, own)
    labels = re.findall(r">(\w+: \w+)</text>", svg)
    assert labels == ["gain: mine", "gain: right", "cost: mine", "cost: right"]
    tones = re.findall(r'<g class="(\w+)"', svg)[:4]
    assert tones == ["own0", "ref0", "own1", "ref1"]


def test_single_point_is_a_dot_in_a_chart_of_lines() -> None:
    """A best choice stands on its curve, hollow for the reference, and its entry in the legend shows no line."""
    points: Any = {"cost": [(0, 1), (1, 2)], "best": [(1, 2)]}
    svg = plot.picture({**LINE, "reference": points}, points)
    for tone in ("ref1", "own1"):
        entry, mark = re.findall(rf'<g class="{tone}".*?</g>', svg)
        assert ("<path" in entry, "<path" in mark, mark.count("<rect")) == (False, False, 1)


def test_labels_are_text_and_nothing_else() -> None:
    """What a check calls its curves and axes can't become markup."""
    svg = plot.picture({**LINE, "x": "a < b & c"}, {"<b>": [(0.0, 1.0)]})
    assert "a &lt; b &amp; c" in svg
    assert "<b>" not in svg


def test_reference_alone_is_named_by_its_curve_only() -> None:
    """On paper nobody's answer stands beside it."""
    svg = drawn([(0.0, 1.0), (1.0, 2.0)])
    assert re.findall(r">([^<>]*cost[^<>]*)</text>", svg) == ["cost"]
    assert "dasharray" not in svg


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colors_stand_out_on_their_paper(scheme: int) -> None:
    """Text by 4.5, lines by 3, as WCAG 2.2 asks."""
    paper = luminance(plot.COLORS["paper"][scheme])
    for name, colors in plot.COLORS.items():
        if name in ("paper", "grid"):
            continue
        low, high = sorted((paper, luminance(colors[scheme])))
        assert (high + 0.05) / (low + 0.05) >= (4.5 if name == "ink" else 3), name


def luminance(color: str) -> float:
    """Return a color's relative luminance, as WCAG defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
