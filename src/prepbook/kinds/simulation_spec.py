"""check.yml of a simulation: levers, goals, endings, evidence, charts, and the plays that prove it."""

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from prepbook.kinds.base import BaseSpec, Fields, Text
from prepbook.words import gettext, number

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
Setting = int | float | str
Settings = dict[str, Setting]  # by lever


class _Lever(Fields):
    """What a slider and a select have in common."""

    id: Id
    """What the model calls it by in `move[...]`."""
    label: Text
    """What readers see beside it."""
    help: Text
    """What it does, in a line."""
    default: Any  # each kind narrows it

    @model_validator(mode="after")
    def _has_its_default(self) -> Self:
        if not self.allows(self.default):
            raise ValueError(f"a default that is {self.range}")
        return self

    @property
    def range(self) -> str:
        """What may be set, in words."""
        raise NotImplementedError

    def allows(self, value: Any) -> bool:
        """Whether the lever can be set so."""
        raise NotImplementedError


class Slider(_Lever):
    """A lever for a number."""

    kind: Literal["slider"]
    """`slider`: a lever for a number."""
    unit: str = ""
    """Shown behind the number."""
    min: float
    """The lowest setting."""
    max: float
    """The highest setting."""
    step: Annotated[float, Field(gt=0)] = 1
    """How far apart settings are."""
    default: float
    """Its setting where nobody touches it."""

    @property
    def range(self) -> str:
        """What may be set, in words."""
        return f"a number from {self.min:g} to {self.max:g} in steps of {self.step:g}"

    @property
    def said_range(self) -> str:
        """What may be set, as readers are told."""
        ends = {name: number(f"{value:g}") for name, value in (("min", self.min), ("max", self.max))}
        return gettext("a number from {min} to {max} in steps of {step}", step=number(f"{self.step:g}"), **ends)

    @property
    def extremes(self) -> list[Setting]:
        """The settings that ought to change something."""
        return [_plain(value) for value in (self.min, self.max) if value != self.default]

    def allows(self, value: Any) -> bool:
        """Whether the lever can be set so."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        steps = (value - self.min) / self.step
        return self.min <= value <= self.max and abs(steps - round(steps)) < 1e-9

    def say(self, value: Setting) -> str:
        """Return a setting in words."""
        return f"{number(f'{value:g}')} {self.unit}".strip() if isinstance(value, int | float) else value


class Choice(Fields):
    """One setting of a select."""

    value: Setting
    """What the model gets."""
    label: Text
    """What readers see."""


class Select(_Lever):
    """A lever with named settings. One that is set `once` falls back after each step, like a message that was sent."""

    kind: Literal["select"]
    """`select`: a lever with named settings."""
    options: Annotated[list[Choice], Field(min_length=2)]
    """Two or more settings."""
    default: Setting
    """Its setting where nobody touches it."""
    once: bool = False
    """Whether it falls back to its default after each step, as a message does that was sent."""

    @property
    def range(self) -> str:
        """What may be set, in words."""
        return f"one of {', '.join(str(option.value) for option in self.options)}"

    @property
    def said_range(self) -> str:
        """What may be set, as readers are told."""
        return ", ".join(option.label for option in self.options)

    @property
    def extremes(self) -> list[Setting]:
        """The settings that ought to change something."""
        return [option.value for option in self.options if option.value != self.default]

    def allows(self, value: Any) -> bool:
        """Whether the lever can be set so."""
        return any(option.value == value and type(option.value) is type(value) for option in self.options)

    def say(self, value: Setting) -> str:
        """Return a setting in words."""
        return next(option.label for option in self.options if option.value == value)


Lever = Annotated[Slider | Select, Field(discriminator="kind")]


_ONE_BOUND: list[Any] = [{"required": ["at_most"]}, {"required": ["at_least"]}]  # for editors, as the validator below


class Goal(Fields):
    """What an outcome of the model must keep to. Missing a `fatal` one, which can't be mended, ends the game."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_BOUND})
    id: Id
    """The name of an outcome that play() returns."""
    label: Text
    """A word or two, beside the value."""
    says: Text
    """The goal in a sentence."""
    shown: Annotated[str, StringConstraints(pattern=r"\{value\}")] = "{value}"
    """How the value is written, as `{value} min` or `${value}`."""
    digits: Annotated[int, Field(ge=0, le=3)] = 0
    """Digits behind the point."""
    at_most: float | None = None
    """The upper bound. Either this or `at_least`."""
    at_least: float | None = None
    """The lower bound."""
    fatal: bool = False
    """Whether missing it ends the game at once."""

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("either at_most or at_least")
        return self

    def say(self, value: float) -> str:
        """Return an outcome in words."""
        return self.shown.replace("{value}", number(f"{value:.{self.digits}f}"))


class Ending(Fields):
    """How a game can end: the first ending of the list that names a missed goal; the good one names none."""

    id: Id
    """What a play's `ending` calls it by."""
    title: Text
    """The heading of the ending."""
    text: Text
    """What a reader is told at the end."""
    missed: list[str] = Field(default=[])
    """Goals, any of which missed leads here; the first ending of the list counts. The good one names none."""


class Evidence(Fields):
    """What arrives at a minute of the game."""

    minute: Annotated[int, Field(ge=0)]
    """When it arrives, in the game's time."""
    source: Text
    """Who says it."""
    text: Text
    """What it says."""


class Limit(Fields):
    """A line that a chart's values should keep to."""

    value: float
    """Where the line is drawn."""
    label: Text
    """What it is called."""


class Chart(Fields):
    """A picture of some of the model's series, at most two."""

    id: Id
    """Its id in the check."""
    title: Text
    """The heading over the chart."""
    lines: Annotated[dict[str, str], Field(min_length=1, max_length=2)]
    """One or two of the model's series: the label of each by its name."""
    limit: Limit | None = None
    """A line that the values should keep to."""


class Play(Fields):
    """A list of moves that shows something: settings that change, by minute, and the ending they must lead to."""

    id: Id
    """Its id in the check."""
    title: Text
    """The heading of the play, which readers can watch afterwards."""
    text: Text
    """What it shows."""
    ending: str
    """The ending that it has to lead to."""
    moves: dict[int, Settings] = Field(default={})
    """Settings that change, by the minute at which they do. Exactly one play has none."""
    reference: bool = False
    """Whether readers are compared with it: exactly one play, which meets every goal."""


class SimulationSpec(BaseSpec):
    """check.yml of a simulation. A game lasts `horizon` minutes of its own time, a move `step` of them."""

    kind: Literal["simulation"]
    """`simulation`: set levers step by step, and see what a model makes of it."""
    horizon: Annotated[int, Field(ge=1)]
    """How many minutes of its own time a game lasts."""
    step: Annotated[int, Field(ge=1)]
    """How many minutes a move lasts; the horizon is a multiple of it."""
    seed: int
    """What chance begins with, so that a game can be repeated."""
    levers: Annotated[list[Lever], Field(min_length=1)]
    """What a reader can set."""
    goals: Annotated[list[Goal], Field(min_length=1)]
    """What outcomes of the model must keep to."""
    endings: Annotated[list[Ending], Field(min_length=2)]
    """Two or more; each must be reached by a play."""
    evidence: list[Evidence] = Field(default=[])
    """What arrives during the game."""
    charts: Annotated[list[Chart], Field(min_length=1)]
    """Pictures of the model's series."""
    plays: Annotated[list[Play], Field(min_length=2)]
    """Two or more, which prove the game: one without moves, one that meets every goal."""
    debrief: Text
    """Markdown for after the game: why it goes as it goes."""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.horizon % self.step:
            raise ValueError("a horizon that is a multiple of step")
        if [play.moves for play in self.plays].count({}) != 1:
            raise ValueError("exactly one play without moves, the default play")
        if sum(play.reference for play in self.plays) != 1:
            raise ValueError("exactly one play with reference: true")
        if sum(not ending.missed for ending in self.endings) != 1:
            raise ValueError("exactly one ending that no missed goal leads to, the good one")
        return self

    @property
    def default_play(self) -> Play:
        """The play in which nobody touches a lever."""
        return next(play for play in self.plays if not play.moves)

    @property
    def reference(self) -> Play:
        """The play that readers are compared with."""
        return next(play for play in self.plays if play.reference)

    @property
    def steps(self) -> range:
        """The minutes at which levers can be set."""
        return range(0, self.horizon, self.step)

    def moves(self, changes: dict[int, Settings]) -> list[Settings]:
        """Return the settings of each step; a lever that is set once falls back to its default."""
        current: Settings = {lever.id: _plain(lever.default) for lever in self.levers}
        fallen = {lever.id: lever.default for lever in self.levers if isinstance(lever, Select) and lever.once}
        steps = []
        for minute in self.steps:
            current = {**current, **fallen, **changes.get(minute, {})}
            steps.append({name: _plain(value) for name, value in current.items()})
        return steps


def _plain(value: Setting) -> Setting:
    """Return a whole number as such: that is what the page's sliders give."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
