"""Draws the chart after Check: an answer's curves thin and solid, the reference solution's below, thick and dashed.

It runs in the build and in a reader's page, from this text. It does without leather, which would bring the standard
library's whole zip to a page that needs nothing else of it.
"""

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from prepbook_grader.words import figure

WIDTH, PLOT_HEIGHT, FONT_SIZE, LINE_HEIGHT, CHARACTER = 380, 190, 13, 18, 7.6
SAMPLE = 36  # the width of a line's example in the legend
FONT = "system-ui, 'Source Sans 3', 'DejaVu Sans', sans-serif"
# Light and dark, each with a contrast of 4.5 (text) or 3 (lines) on its paper; the picture brings its own paper, for an
# <img> may not follow the page's scheme everywhere.
COLORS = {
    "paper": ("#ffffff", "#1e2129"),
    "ink": ("#3b4045", "#d5d9e0"),
    "grid": ("#e1e4e8", "#3a3f4b"),
    "axis": ("#6e757c", "#9aa1ad"),
    "own0": ("#1d5fbf", "#8ab4ff"),
    "own1": ("#6b2a8a", "#d9a6f2"),
    "ref0": ("#a3470a", "#ffb27a"),
    "ref1": ("#0b6b6b", "#7fd6cf"),
}
MARKS = 12  # at most, on a line that markers tell from the other one

Point = tuple[float, float | None]  # None: nothing that can be drawn
Curves = Mapping[str, Sequence[Point]]


@dataclass(frozen=True)
class Trace:
    """A curve to draw; `number` tells those of one answer apart."""

    label: str
    points: Sequence[Point]
    number: int
    is_reference: bool = False

    @property
    def runs(self) -> list[list[tuple[float, float]]]:
        """The points that can be drawn, without a gap between them."""
        runs: list[list[tuple[float, float]]] = [[]]
        for x, y in self.points:
            if y is None:
                runs.append([])
            else:
                runs[-1].append((x, y))
        return [run for run in runs if run]

    def is_line(self, kind: str) -> bool:
        """Whether it's drawn as one; a single point is a dot in any chart."""
        return kind == "line" and len(self.points) > 1


def traces(curves: Curves, chart: Mapping[str, Any]) -> list[Trace]:
    """Return the curves to draw, the reference first: what comes later is drawn above it."""
    reference: Curves = chart["reference"] or {}
    words = chart["words"] if reference else {"own": "{curve}"}
    # By name, for JSON may have put the reference's into another order.
    numbers = {name: number % 2 for number, name in enumerate(dict.fromkeys([*curves, *reference]))}
    below = [
        Trace(words["reference"].replace("{curve}", name), points, numbers[name], is_reference=True)
        for name, points in reference.items()
    ]
    own = [Trace(words["own"].replace("{curve}", name), points, numbers[name]) for name, points in curves.items()]
    return [*below, *own]


@dataclass(frozen=True)
class Frame:
    """Where the plot is in the picture, and which values its sides are."""

    left: float
    top: float
    x: tuple[float, float]
    y: tuple[float, float]
    right: float = WIDTH - 16

    @property
    def bottom(self) -> float:
        """The side with the x axis."""
        return self.top + PLOT_HEIGHT

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a point in the picture."""
        across, up = (x - self.x[0]) / (self.x[1] - self.x[0]), (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * (self.right - self.left), self.bottom - up * PLOT_HEIGHT


def picture(chart: Mapping[str, Any], curves: Curves) -> str:
    """Return the chart as SVG, as dark or light as the place it is shown in."""
    drawn = traces(curves, chart)
    points = [point for trace in drawn for run in trace.runs for point in run]
    xs = widened([x for trace in drawn for x, _ in trace.points])
    ys = widened([y for _, y in points] or [0.0], from_zero=True)
    y_ticks = ticks(*ys)
    ys = min(ys[0], y_ticks[0]), max(ys[1], y_ticks[-1])
    legend, legend_end = _legend(drawn, chart["kind"])
    name, name_end = _text(chart["y"], 10, legend_end + LINE_HEIGHT)
    labels = [tick_text(value, y_ticks) for value in y_ticks]
    frame = Frame(16 + CHARACTER * max(map(len, labels)), name_end + 16, _padded(xs, chart["kind"]), ys)
    foot, end = _text(chart["x"], (frame.left + frame.right) / 2, frame.bottom + 40, anchor="middle")
    parts = [
        *legend,
        *name,
        *_axes(frame, _spaced(*xs, frame.right - frame.left), list(zip(y_ticks, labels, strict=True))),
        *(part for trace in drawn for part in _drawn(trace, frame, chart["kind"])),
        *foot,
    ]
    return _document(parts, math.ceil(end + 10))


def widened(values: Sequence[float], *, from_zero: bool = False) -> tuple[float, float]:
    """Return the ends of an axis that shows these values; from 0 on where that's not far off."""
    low, high = min(values), max(values)
    if from_zero and 0 < low <= high / 2:
        low = 0
    if high - low <= 1e-9 * max(abs(low), abs(high)):  # a level line stands in the middle
        room = abs(low) / 2 or 1
        low, high = low - room, high + room
    if not from_zero:
        return low, high
    step = _step(low, high)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def _padded(ends: tuple[float, float], kind: str) -> tuple[float, float]:
    room = (ends[1] - ends[0]) * (0.04 if kind == "dots" else 0)
    return ends[0] - room, ends[1] + room


def _step(low: float, high: float, most: int = 5) -> float:
    least = (high - low) / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * 0.999)


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Return round values between the ends of an axis, at most so many steps."""
    step = _step(low, high, most)
    return [number * step for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def _spaced(low: float, high: float, room: float) -> list[float]:
    """Return as many round values as can stand beside each other."""
    for most in (5, 4, 3, 2):
        values = ticks(low, high, most)
        widest = max((len(tick_text(value, values)) for value in values), default=0)
        if len(values) * (widest + 1) * CHARACTER <= room:
            break
    return values


def tick_text(value: float, among: Sequence[float]) -> str:
    """Return a value with as many digits as its neighbors need."""
    step = among[1] - among[0] if len(among) > 1 else abs(value) or 1
    if not 1e-4 <= step < 1e7:
        return figure(f"{value:.4g}")
    return figure(f"{value:,.{max(0, -math.floor(math.log10(step) + 1e-9))}f}")


# ---------------------------------------------------------------------- SVG


def _axes(frame: Frame, x_ticks: Iterable[float], y_ticks: Iterable[tuple[float, str]]) -> Iterator[str]:
    x_ticks = list(x_ticks)
    for value, label in y_ticks:
        _, y = frame.at(frame.x[0], value)
        yield f'<path class="grid" d="M{frame.left:.1f} {y:.1f}H{frame.right}"/>'
        yield f'<text class="ink" x="{frame.left - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{label}</text>'
    for value in x_ticks:
        x, _ = frame.at(value, frame.y[0])
        yield f'<path class="axis" d="M{x:.1f} {frame.bottom}v5"/>'
        label = tick_text(value, x_ticks)
        yield f'<text class="ink" x="{x:.1f}" y="{frame.bottom + 19}" text-anchor="middle">{label}</text>'
    _, zero = frame.at(frame.x[0], min(max(0, frame.y[0]), frame.y[1]))
    yield f'<path class="axis" d="M{frame.left:.1f} {zero:.1f}H{frame.right}"/>'


def _drawn(trace: Trace, frame: Frame, kind: str) -> Iterator[str]:
    runs = [[frame.at(x, y) for x, y in run] for run in trace.runs]
    places = [place for run in runs for place in run]
    if not trace.is_line(kind):
        marks = [mark for place in places for mark in _marker(trace, *place)]
    else:
        path = "".join(f"M{_pairs(run)}" + ("h0" if len(run) == 1 else "") for run in runs)
        every = math.ceil(len(places) / MARKS)
        told = places[every // 2 :: every] if trace.number else []
        marks = [_line(trace, path), *(mark for place in told for mark in _marker(trace, *place))]
    yield f'<g class="{_tone(trace)}" fill="none" stroke="currentColor">{"".join(marks)}</g>'


def _pairs(run: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in run)


def _line(trace: Trace, path: str) -> str:
    dashes = ' stroke-dasharray="9 6"' if trace.is_reference else ' stroke-linecap="round"'
    return f'<path d="{path}" stroke-width="{5 if trace.is_reference else 2}" stroke-linejoin="round"{dashes}/>'


def _marker(trace: Trace, x: float, y: float) -> Iterator[str]:
    half = 5.5 if trace.is_reference else 3
    look = 'stroke-width="1.8"' if trace.is_reference else 'fill="currentColor"'
    if trace.number == 0:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half}" {look}/>'
    else:
        yield f'<rect x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half}" height="{2 * half}" {look}/>'


def _tone(trace: Trace) -> str:
    return f"{'ref' if trace.is_reference else 'own'}{trace.number}"


def _legend(drawn: Iterable[Trace], kind: str) -> tuple[list[str], float]:
    """Return an entry for each curve, and where the last one ends."""
    parts: list[str] = []
    end = 4.0
    for trace in sorted(drawn, key=lambda trace: (trace.number, trace.is_reference)):
        y = end + LINE_HEIGHT - 4
        sample = [_line(trace, f"M10 {y:.1f}h{SAMPLE - 10}")] if trace.is_line(kind) else []
        if not sample or trace.number:
            sample += _marker(trace, 10 + (SAMPLE - 10) / 2, y)
        parts.append(f'<g class="{_tone(trace)}" fill="none" stroke="currentColor">{"".join(sample)}</g>')
        text, end = _text(trace.label, SAMPLE + 8, end + LINE_HEIGHT)
        parts += text
    return parts, end + 4


def _text(text: str, x: float, y: float, anchor: str = "start") -> tuple[list[str], float]:
    """Return a text in as many lines as it takes, and where the last one stands."""
    room = WIDTH - 16 - (x if anchor == "start" else 0)
    lines = textwrap.wrap(text, int(room / CHARACTER)) or [""]
    parts = [
        f'<text class="ink" x="{x:.1f}" y="{y + number * LINE_HEIGHT:.1f}" text-anchor="{anchor}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return parts, y + (len(lines) - 1) * LINE_HEIGHT


def _document(parts: Sequence[str], height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="{FONT}" font-size="{FONT_SIZE}"><style>{_rules(0)}'
        f"@media (prefers-color-scheme:dark){{{_rules(1)}}}</style>"
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>{"".join(parts)}</svg>'
    )


def _rules(scheme: int) -> str:
    strokes = {"grid": "stroke", "axis": "stroke", "paper": "fill", "ink": "fill"}
    return "".join(f".{name}{{{strokes.get(name, 'color')}:{colors[scheme]}}}" for name, colors in COLORS.items())
