"""check.yml of a placement, and the rule by which a document places somebody."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from prepbook.kinds.assignment import Choice
from prepbook.kinds.base import TaskSpec, Text

ID = re.compile(r"[a-z][a-z0-9-]*")


def _is_id(text: str) -> str:
    """Refuse what could be taken for one of the menu's own values."""
    if not ID.fullmatch(text):
        raise ValueError("an id of small letters, digits and hyphens")
    return text


Id = Annotated[str, AfterValidator(_is_id), Field(json_schema_extra={"pattern": f"^{ID.pattern}$"})]
Answers = Mapping[str, str]  # the id of an option by the id of its question
Asks = dict[str, Annotated[list[str], Field(min_length=1)]]  # by question: the options that will do


def fits(asks: Asks, answers: Answers) -> bool:
    """Return whether each question that is asked about has an answer that will do."""
    return all(answers[question] in options for question, options in asks.items())


class Question(BaseModel):
    """A question to the reader about themselves; no answer to it is right or wrong."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Id
    text: Choice
    options: Annotated[dict[Id, Choice], Field(min_length=2, max_length=8)]


class Level(BaseModel):
    """A level that a document describes: what it asks for, and why the document names it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Id
    name: Choice
    asks: Annotated[Asks, Field(min_length=1)]
    why: Text


class Silence(BaseModel):
    """When a document names nothing, beside answers that none of its levels fits, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    when: list[Annotated[Asks, Field(min_length=1)]] = []
    why: Text


class Document(BaseModel):
    """A document with levels of its own; one that describes none of the levels it names is always silent."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Id
    title: Choice
    about: Text
    levels: Annotated[list[Level], Field(max_length=10)] = []  # from the lowest
    names: list[Choice] = []  # of levels that it doesn't describe
    silent: Silence | None = None

    def place(self, answers: Answers) -> Level | None:
        """Return the highest level that the answers fit; None where the document doesn't say."""
        if self.silent and any(fits(asks, answers) for asks in self.silent.when):
            return None
        return next((level for level in reversed(self.levels) if fits(level.asks, answers)), None)


class Difference(BaseModel):
    """Why some documents part; shown when they do."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    between: Annotated[list[str], Field(min_length=2)]
    why: Text


class PlacementSpec(TaskSpec):
    """check.yml of a placement."""

    kind: Literal["placement"]
    questions: Annotated[list[Question], Field(min_length=1, max_length=10)]
    documents: Annotated[list[Document], Field(min_length=2, max_length=8)]
    differences: Annotated[list[Difference], Field(min_length=1)]
