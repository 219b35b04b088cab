"""The stage of a simulation: plays a game with the author's model, judges it by its goals, draws its charts.

A program of its own: the build runs it in a grader process, a reader's page in the sandbox, both from this text, so
that one game has one outcome and one picture. It finds model.py and game.json in its folder and prints one line of
JSON. `leather` draws because it is small, without dependencies, and the same in both places.
"""

import importlib
import json
import math
import xml.etree.ElementTree as ET
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import leather

from prepbook_grader.words import figure

SIZE = 400, 240
FONT = "system-ui, 'Source Sans 3', 'DejaVu Sans', sans-serif"
# Light and dark, each with a contrast of 4.5 (text) or 3 (lines) on its paper. The picture brings its own paper: an
# <img> may not follow the page's scheme everywhere, and has to be readable then too.
COLORS = {
    "paper": ("#ffffff", "#1e2129"),
    "ink": ("#3b4045", "#d5d9e0"),
    "grid": ("#e1e4e8", "#3a3f4b"),
    "zero": ("#6e757c", "#9aa1ad"),
    "line0": ("#1d5fbf", "#8ab4ff"),
    "line1": ("#a3470a", "#ffb27a"),
    "line2": ("#6b2a8a", "#d9a6f2"),
    "limit": ("#3b4045", "#d5d9e0"),
}
DASHES = ("none", "7 4", "2 3")  # of the first, second and third line: told apart without colour
LIMIT_DASH = "12 4 2 4"


def perform(game: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a game came to: its series, outcomes, missed goals, its ending once it is over, and the charts."""
    moves, shown = up_to_the_end(game, importlib.import_module("model").play)
    outcomes = shown["outcomes"]
    missed = [goal for goal in game["goals"] if is_missed(goal, outcomes[goal["id"]])]
    minutes = len(moves) * game["step"]
    is_over = minutes >= game["horizon"] or any(goal["fatal"] for goal in missed)
    names = [goal["id"] for goal in missed]
    return {
        "minutes": minutes,
        "outcomes": {name: round(value, 6) for name, value in outcomes.items()},
        "series": {name: [_short(value) for value in values] for name, values in shown["series"].items()},
        "missed": names,
        "ending": ending_of(game["endings"], names) if is_over else None,
        "charts": [drawn(chart, shown["series"], game, is_over) for chart in game["charts"] if game["draws"]],
    }


def up_to_the_end(game: Mapping[str, Any], play: Callable[[list[Any], int], Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return the moves that count and what they come to: a move that misses a fatal goal is the last one."""
    moves: list[Any] = game["moves"]
    fatal = [goal for goal in game["goals"] if goal["fatal"]]

    @cache
    def after(length: int) -> dict[str, Any]:
        shown: dict[str, Any] = play(moves[:length], game["seed"])
        check(shown, game)
        return shown

    def is_lost(length: int) -> bool:
        return any(is_missed(goal, after(length)["outcomes"][goal["id"]]) for goal in fatal)

    length = len(moves)
    if is_lost(length):
        length = bisect_left(range(1, length), True, key=is_lost) + 1
    return moves[:length], after(length)


def check(shown: Any, game: Mapping[str, Any]) -> None:
    """Raise ValueError unless the model returned what the game's goals and charts name."""
    needed = {
        "outcomes": {goal["id"] for goal in game["goals"]},
        "series": {name for chart in game["charts"] for name in chart["lines"]},
    }
    for part, names in needed.items():
        given = shown.get(part) if isinstance(shown, dict) else None
        if not isinstance(given, dict) or not names <= set(given):
            found = ", ".join(given) if isinstance(given, dict) else type(given).__name__
            raise ValueError(f"play(): expected {part} with {', '.join(sorted(names))}, found {found}")


def is_missed(goal: Mapping[str, Any], value: float) -> bool:
    """Whether an outcome lies outside what its goal allows."""
    most, least = goal["at_most"], goal["at_least"]
    return (most is not None and value > most) or (least is not None and value < least)


def ending_of(endings: Sequence[Mapping[str, Any]], missed: Sequence[str]) -> str | None:
    """Return the first ending that one of the missed goals leads to; without a missed goal, the one that needs none."""
    for ending in endings:
        if set(ending["missed"]) & set(missed) or not (ending["missed"] or missed):
            name: str = ending["id"]
            return name
    return None


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


# ------------------------------------------------------------------- charts


def drawn(
    chart: Mapping[str, Any], series: Mapping[str, Any], game: Mapping[str, Any], is_over: bool
) -> dict[str, str]:
    """Return one chart as SVG, with its text alternative; once the game is over, beside the play to compare with."""
    lines = [(label, series[name]) for name, label in chart["lines"].items()]
    if is_over and game["compare"]:
        name = next(iter(chart["lines"]))
        lines.append((game["compare"]["label"], game["compare"]["series"][name]))
    limit = chart["limit"]
    values = [value for _, given in lines for value in given if value is not None]
    top = round_up(max([*values, limit["value"] if limit else 0, 0.001]))
    _set_theme()
    picture = leather.Chart()
    picture.add_x_scale(0, game["horizon"])
    picture.add_y_scale(0, top)
    picture.add_x_axis(name=game["words"]["minute"], ticks=ticks(game["horizon"], 5))
    picture.add_y_axis(
        ticks=[top * part / 4 for part in range(5)], tick_formatter=lambda value, *_: figure(f"{value:g}")
    )
    for number, (label, given) in enumerate(lines):
        points = [(minute + 1, value) for minute, value in enumerate(given)]
        picture.add_series(leather.Series(points, name=label), Line(COLORS[f"line{number}"][0], 2, DASHES[number]))
    if limit:
        ends = [(0, limit["value"]), (game["horizon"], limit["value"])]
        picture.add_series(leather.Series(ends, name=limit["label"]), Line(COLORS["limit"][0], 1.5, LIMIT_DASH))
    return {"id": chart["id"], "svg": document(picture.to_svg_group(*SIZE)), "alt": alternative(chart, lines, game)}


class Line(leather.Line):  # type: ignore[misc]  # leather has no types
    """A line whose entry in the legend shows its dashes; leather's own shows a square of its colour."""

    def legend_to_svg(self, series: Any, palette: Any) -> list[tuple[ET.Element, int]]:
        """Return the entry and its width."""
        group = ET.Element("g")
        sample = self._new_path(self._stroke_color)
        sample.set("d", "M 0 -4 L 26 -4")
        text = ET.SubElement(group, "text", {"x": "32", "y": "0", "fill": COLORS["ink"][0], "font-size": "12"})
        text.set("font-family", FONT)
        text.text = str(series.name)
        group.insert(0, sample)
        # A seventh more than it takes: leather wraps at the width of the picture, not of what is right of the axis.
        return [(group, math.ceil(1.15 * (44 + 6.2 * len(str(series.name)))))]


def document(group: ET.Element) -> str:
    """Return a picture that is as dark or light as the place it is shown in, and no larger than that."""
    width, height = SIZE
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}"})
    root.set("width", str(width))
    root.set("height", str(height))
    dark = "".join(
        f'[{attribute}="{light}"]{{{attribute}:{other}}}'
        for light, other in dict.fromkeys(COLORS.values())
        for attribute in ("fill", "stroke")
    )
    style = ET.SubElement(root, "style")
    style.text = f"@media (prefers-color-scheme:dark){{{dark}}}"
    root.append(group)
    return ET.tostring(root, encoding="unicode")


def alternative(chart: Mapping[str, Any], lines: Sequence[tuple[str, Any]], game: Mapping[str, Any]) -> str:
    """Return a chart in words: where each line begins and ends, and its highest value."""
    said = [chart["title"] + "."]
    for label, given in lines:
        known = [(value, minute + 1) for minute, value in enumerate(given) if value is not None]
        if known:
            highest, minute = max(known)
            first, last = known[0][0], known[-1][0]
            words = {"label": label, "first": first, "last": last, "highest": highest}
            rounded = {
                name: figure(f"{value:.3g}") if isinstance(value, float) else value for name, value in words.items()
            }
            said.append(game["words"]["line"].format(minute=minute, **rounded))
    return " ".join(said)


def round_up(value: float) -> float:
    """Return the next number that divides well into four."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value * 0.999)


def ticks(end: int, most: int) -> list[int]:
    """Return at most so many steps from 0 to `end`, all of one round length."""
    step = next(step for step in _lengths() if end / step <= most)
    return list(range(0, end + 1, step))


def _lengths() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _set_theme() -> None:
    theme = leather.theme
    theme.background_color, theme.label_color = COLORS["paper"][0], COLORS["ink"][0]
    theme.axis_title_color, theme.tick_color, theme.zero_color = COLORS["ink"][0], COLORS["grid"][0], COLORS["zero"][0]
    theme.tick_font_family = theme.axis_title_font_family = FONT
    theme.tick_font_size = theme.axis_title_font_size = 12
    theme.tick_font_char_width, theme.tick_font_char_height = 7, 12
    theme.axis_title_gap = 4
    theme.margin = 0.03


if __name__ == "__main__":
    print(json.dumps(perform(json.loads(Path("game.json").read_text(encoding="utf-8")))))
