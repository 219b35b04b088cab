"""check.yml of a simulation: levers, goals, endings, evidence, charts, and the plays that prove it."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from prepbook.kinds.base import BaseSpec, Text
from prepbook.words import gettext, number

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
Setting = int | float | str
Settings = dict[str, Setting]  # by lever


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Lever(_Part):
    """What a slider and a select have in common."""

    id: Id
    label: Text
    help: Text
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
    unit: str = ""
    min: float
    max: float
    step: Annotated[float, Field(gt=0)] = 1
    default: float

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


class Choice(_Part):
    """One setting of a select."""

    value: Setting
    label: Text


class Select(_Lever):
    """A lever with named settings. One that is set `once` falls back after each step, like a message that was sent."""

    kind: Literal["select"]
    options: Annotated[list[Choice], Field(min_length=2)]
    default: Setting
    once: bool = False

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


class Goal(_Part):
    """What an outcome of the model must keep to. Missing a `fatal` one, which can't be mended, ends the game."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_BOUND})
    id: Id  # the outcome's name
    label: Text
    says: Text
    shown: Annotated[str, StringConstraints(pattern=r"\{value\}")] = "{value}"  # "{value} min", "${value}"
    digits: Annotated[int, Field(ge=0, le=3)] = 0
    at_most: float | None = None
    at_least: float | None = None
    fatal: bool = False

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("either at_most or at_least")
        return self

    def say(self, value: float) -> str:
        """Return an outcome in words."""
        return self.shown.replace("{value}", number(f"{value:.{self.digits}f}"))


class Ending(_Part):
    """How a game can end: the first ending of the list that names a missed goal; the good one names none."""

    id: Id
    title: Text
    text: Text
    missed: list[str] = []


class Evidence(_Part):
    """What arrives at a minute of the game."""

    minute: Annotated[int, Field(ge=0)]
    source: Text
    text: Text


class Limit(_Part):
    """A line that a chart's values should keep to."""

    value: float
    label: Text


class Chart(_Part):
    """A picture of some of the model's series, at most two."""

    id: Id
    title: Text
    lines: Annotated[dict[str, str], Field(min_length=1, max_length=2)]  # label by series
    limit: Limit | None = None


class Play(_Part):
    """A list of moves that shows something: settings that change, by minute, and the ending they must lead to."""

    id: Id
    title: Text
    text: Text
    ending: str
    moves: dict[int, Settings] = {}
    reference: bool = False


class SimulationSpec(BaseSpec):
    """check.yml of a simulation. A game lasts `horizon` minutes of its own time, a move `step` of them."""

    kind: Literal["simulation"]
    horizon: Annotated[int, Field(ge=1)]
    step: Annotated[int, Field(ge=1)]
    seed: int
    levers: Annotated[list[Lever], Field(min_length=1)]
    goals: Annotated[list[Goal], Field(min_length=1)]
    endings: Annotated[list[Ending], Field(min_length=2)]
    evidence: list[Evidence] = Field(default=[])
    charts: Annotated[list[Chart], Field(min_length=1)]
    plays: Annotated[list[Play], Field(min_length=2)]
    debrief: Text

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
